// SPDX-License-Identifier: GPL-3.0-or-later
// What a text holds, counted in HTML: that of an archive, which a reader of that archive made plain (see sources.mjs), and
// that of the note made of it (weeknotes show --as html). One counter for both, so that they differ by the text alone.
import * as cheerio from 'cheerio';

export const kinds = ['words', 'links', 'images', 'headings', 'items', 'code', 'quotes', 'embeds'];

// Elements that end a word; all others stand within one.
const blocks = new Set(['address', 'article', 'aside', 'blockquote', 'br', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption',
  'figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'iframe', 'img', 'li', 'main', 'nav', 'ol', 'p',
  'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul']);
// What no text may bring along, and what shows no words of the writer.
const unread = 'script, style, template, noscript, object, embed, form, input, select, textarea, button, svg, math, canvas';

function textOf(node) {
  if (node.type === 'text') return node.data;
  if (!node.children) return '';
  const inner = node.children.map(textOf).join('');
  return blocks.has(node.name) ? ` ${inner} ` : inner;
}

/** Signs between spaces, of any kind (\s includes the no-break one); what takes no room parts no words. */
export const wordsIn = (text) => text.normalize('NFC').replace(/[\u00AD\u200B-\u200D\u2060\uFE0E\uFE0F]/g, '')
  .split(/[\s\uFEFF]+/).filter(Boolean);

const isAddress = (text) => /^(https?:\/\/|www\.)\S+$|^\S+\.\w+\/\S*$/.test(text);
const isShown = ($, node) => $(node).text().trim() !== '' || $(node).find('img').length > 0;

/** An address among words is a link wherever Markdown is shown, whoever wrote it down. */
function linkAddresses($, root) {
  const address = /https?:\/\/[^\s<>"“”«»]*[^\s<>"“”«».,;:!?)\]’'…]/g;
  const texts = root.find('*').addBack().contents().toArray().filter((node) => node.type === 'text');
  for (const node of texts) {
    if (!node.data.includes('://') || $(node).closest('a, pre, code').length) continue;
    const marked = $('<i></i>').text(node.data).html().replace(address, '<a href="$&">$&</a>');
    $(node).replaceWith(marked);
  }
}

/** Parts of a page that are shown for others' words: a player, somebody's post, a card that leads to a page. */
class Embeds {
  constructor($, root) {
    this.$ = $;
    this.words = [];
    this.count = 0;
    root.find('x-embed').each((_, node) => this.take(node, $(node).attr('words') ?? '', ''));
    // In Markdown an embed is a paragraph that is nothing but a link. So are some paragraphs of the archive, and its buttons,
    // which count as such on both sides.
    root.find('p, div').each((_, node) => {
      const links = $(node).find('a[href]');
      const isMarked = links.parentsUntil(node).is('em, strong, b, i, cite, del, s');
      const isAlone = links.length === 1 && !isMarked && !$(node).find('img, p, div, li').length && $(node).text().trim() === links.text().trim();
      if (isAlone && isShown($, node) && !$(node).closest('blockquote, li, td, dd, section.footnotes').length)
        this.take(node, links.text(), links.attr('title') ?? '', links.attr('href'));
    });
  }

  /** An address is no words, whether it is shown or stands behind the words. */
  take(node, words, title) {
    for (const text of [words, title]) if (!isAddress(text.trim())) this.words.push(...wordsIn(text));
    this.count += 1;
    this.$(node).remove();
  }
}

/** {words, links, …}, of which `words` is the list of them, and all others are numbers. */
export function contentsOf(html) {
  const $ = cheerio.load(html);
  const root = $('body');
  root.find(unread).remove();
  // A footnote's number and the way back are made for the page.
  root.find('sup.footnote-ref, a.footnote-back').remove();
  const notes = root.find('section.footnotes > ol > li').length;
  linkAddresses($, root);
  const embeds = new Embeds($, root);
  const shown = (selector) => root.find(selector).toArray().filter((node) => isShown($, node)).length;
  return {
    words: [...embeds.words, ...wordsIn(textOf(root[0]))],
    links: root.find('a[href]').toArray()
      .filter((node) => isShown($, node) && /^(https?:|mailto:|[^:]*$|[^:]*[/#?])/i.test(node.attribs.href.trim())).length,
    images: root.find('img[src]').length,
    headings: shown('h1, h2, h3, h4, h5, h6'),
    items: shown('li, dd') - notes, // Markdown has no terms: what one means becomes an item
    code: shown('pre'),
    quotes: shown('blockquote'),
    embeds: embeds.count,
  };
}

const sizeOf = (contents, kind) => (kind === 'words' ? contents.words.length : contents[kind]);

/** Those of `some` that are missing in `others`, as often as they are. */
function lacking(some, others) {
  const left = new Map();
  others.forEach((word) => left.set(word, (left.get(word) ?? 0) + 1));
  return some.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

const few = (words) => words.slice(0, 6).join(' ') + (words.length > 6 ? ` … (${words.length})` : '');

/** How a note differs from its source, in a few words each: "links 3 → 2". */
export function differences(source, note) {
  const found = kinds.filter((kind) => sizeOf(source, kind) !== sizeOf(note, kind))
    .map((kind) => `${kind} ${sizeOf(source, kind)} → ${sizeOf(note, kind)}`);
  const [lost, made] = [lacking(source.words, note.words), lacking(note.words, source.words)];
  if (lost.length) found.push(`lost: ${few(lost)}`);
  if (made.length) found.push(`made: ${few(made)}`);
  return found;
}

/** {kind: {source, note, off}} over pairs of contents; `off` is summed by post, so that one's loss hides no other's gain. */
export function sums(pairs) {
  const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);
  return Object.fromEntries(kinds.map((kind) => [kind, {
    source: sum(pairs.map(([source]) => sizeOf(source, kind))),
    note: sum(pairs.map(([, note]) => sizeOf(note, kind))),
    off: sum(pairs.map(([source, note]) => (kind === 'words'
      ? Math.max(lacking(source.words, note.words).length, lacking(note.words, source.words).length)
      : Math.abs(source[kind] - note[kind])))),
  }]));
}
