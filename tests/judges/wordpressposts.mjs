// SPDX-License-Identifier: GPL-3.0-or-later
// The posts of a WordPress export (WXR), of either editor. What WordPress makes of their text before it shows it:
// https://developer.wordpress.org/reference/functions/wpautop/, .../do_shortcode/, .../classes/wp_embed/
import fs from 'node:fs';
import path from 'node:path';
import * as cheerio from 'cheerio';
import { embed } from './sources.mjs';

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const addressIn = (text) => /https?:\/\/[^\s"'<>\]]+/.exec(text)?.[0];
const attribute = (attributes, name) => new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`).exec(attributes)
  ?.slice(1).find(Boolean) ?? '';
const player = (text) => (addressIn(text) ? `\n\n<x-embed></x-embed>\n\n` : null);

/** The HTML of each shortcode that WordPress or WordPress.com brings along; null: it stays text. */
const shortcodes = {
  caption: (attributes, inner) => {
    const [, image, words] = /^\s*((?:<a\s[^>]*>\s*)?<img[^>]*>(?:\s*<\/a>)?)(.*)$/s.exec(inner) ?? [null, inner, ''];
    return `\n\n<figure>${image}<figcaption>${words.trim() || attribute(attributes, 'caption')}</figcaption></figure>\n\n`;
  },
  gallery: (attributes, inner, files) => {
    const ids = attribute(attributes, 'ids').split(/[\s,]+/).filter(Boolean);
    const shown = ids.length ? ids.map((id) => files.get(id)).filter(Boolean) : [];
    const figure = ({ address, caption }) => `<figure><img src="${escaped(address)}"><figcaption>${escaped(caption)}</figcaption></figure>`;
    return shown.length ? `\n\n${shown.map(figure).join('\n')}\n\n` : null;
  },
  ...Object.fromEntries(['embed', 'youtube', 'vimeo', 'soundcloud', 'audio', 'video']
    .map((name) => [name, (attributes, inner) => player(`${inner} ${attributes}`)])),
  ...Object.fromEntries(['code', 'sourcecode']
    .map((name) => [name, (attributes, inner) => `\n\n<pre>${inner.includes('<') ? escaped(inner) : inner}</pre>\n\n`])),
};

function withShortcodes(content, files) {
  const known = Object.keys(shortcodes).join('|');
  const form = new RegExp(`\\[(\\[?)(${known})\\b([^\\]]*?)\\/?\\](?:((?:(?!\\[\\2\\b).)*?)\\[\\/\\2\\])?(\\]?)`, 'gs');
  return content.replace(form, (whole, before, name, attributes, inner = '', after = '') => {
    if (before && after) return whole.slice(1, -1); // "[[gallery]]" is shown as it is
    return before + (shortcodes[name](attributes, inner, files) ?? whole.slice(before.length)) + after;
  });
}

/** The classic editor keeps no paragraphs: empty lines part them. An address on a line of its own shows what is there. */
function makeParagraphs($, node) {
  const inline = 'a, abbr, b, br, cite, code, del, em, i, img, ins, kbd, q, s, small, span, strike, strong, sub, sup, u';
  let run = [];
  const close = (before) => {
    const html = run.map((each) => (each.type === 'text' ? escaped(each.data) : $.html(each))).join('');
    run.forEach((each) => $(each).remove());
    run = [];
    const parts = html.replace(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gm, '\n\n<x-embed></x-embed>\n\n').split(/\n\s*\n/)
      .filter((part) => part.trim())
      .map((part) => (part.includes('<x-embed>') ? part : `<p>${part}</p>`));
    if (before) $(before).before(parts.join('\n'));
    else $(node).append(parts.join('\n'));
  };
  for (const child of [...node.children]) {
    if (child.type === 'text' || $(child).is(inline)) run.push(child);
    else {
      if (run.length) close(child);
      if ($(child).is('div, section, article')) makeParagraphs($, child);
    }
  }
  if (run.length) close(null);
}

/** What a page shows of the content of a post. */
function shownHtml(content, files, notes) {
  const $ = cheerio.load(withShortcodes(content, files), null, false);
  const root = $.root();
  if (!content.includes('<!-- wp:')) makeParagraphs($, root[0]);
  root.find('figure.wp-block-embed').each((_, node) => embed($, node, '', $(node).find('figcaption').html() ?? ''));
  root.find('iframe, video, audio').each((_, node) => {
    if ($(node).attr('src') || $(node).find('source[src]').length) embed($, node, '');
  });
  // A face is a sign, which WordPress shows as a picture.
  root.find('img.wp-smiley, img.emoji').each((_, node) => $(node).replaceWith(escaped($(node).attr('alt') ?? '')));
  // The editors put a link to the picture's own file around it; a note's page needs none to show it.
  root.find('a[href]').each((_, node) => {
    const isFile = /\.(jpe?g|png|gif|webp|avif|svg|bmp|heic)(\?|$)|attachment_id=/i.test($(node).attr('href'));
    if (isFile && $(node).find('img').length && !$(node).text().trim()) $(node).replaceWith($(node).contents());
  });
  // The button beside a file says what the file's own link says.
  root.find('a.wp-block-file__button').remove();
  // Made for the look alone: the items of a gallery, and the lines of a poem, which is no code.
  root.find('li.blocks-gallery-item').each((_, node) => $(node).replaceWith($('<div></div>').append($(node).contents())));
  root.find('pre.wp-block-verse').each((_, node) => $(node).replaceWith($('<div></div>').append($(node).contents())));
  // The number of a footnote is made for the page, its words stand beside the text.
  const named = root.find('sup[data-fn]').toArray().map((node) => node.attribs['data-fn']);
  root.find('sup[data-fn]').remove();
  return root.html() + notes.filter(({ id }) => named.includes(id)).map((note) => `<div>${note.content}</div>`).join('');
}

export function wordpressPosts(file) {
  const $ = cheerio.load(fs.readFileSync(file, 'utf8'), { xml: true });
  const field = (item, name) => $(item).children().filter((_, child) => child.name === name).first().text();
  const channel = $('channel').first();
  const site = field(channel, 'wp:base_blog_url') || field(channel, 'link');
  const items = $('item').toArray();
  const meta = (item, key) => $(item).children().filter((_, child) => child.name === 'wp:postmeta').toArray()
    .filter((each) => field(each, 'wp:meta_key') === key).map((each) => field(each, 'wp:meta_value'))[0] ?? '';
  const files = new Map(items.filter((item) => field(item, 'wp:post_type') === 'attachment')
    .map((item) => [field(item, 'wp:post_id'), { address: field(item, 'wp:attachment_url'), caption: field(item, 'excerpt:encoded') }]));
  // Pages, menus, pictures and what was thrown away are no posts.
  const posts = items.filter((item) => field(item, 'wp:post_type') === 'post' &&
    !['trash', 'auto-draft', 'inherit'].includes(field(item, 'wp:status')));
  // A picture of the post itself stands above its text.
  const featured = (item) => {
    const { address, caption } = files.get(meta(item, '_thumbnail_id')) ?? {};
    const isElsewhere = address && !field(item, 'content:encoded').includes(address);
    return isElsewhere ? `<figure><img src="${escaped(address)}"><figcaption>${escaped(caption)}</figcaption></figure>` : '';
  };
  return posts.map((item) => ({
    name: `${path.basename(file)} ${field(item, 'wp:post_id')}`,
    key: `${site}?p=${field(item, 'wp:post_id')}`,
    title: cheerio.load(field(item, 'title'))('body').text(),
    html: featured(item) + shownHtml(field(item, 'content:encoded'), files, JSON.parse(meta(item, 'footnotes') || '[]')),
  }));
}
