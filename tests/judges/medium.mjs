// SPDX-License-Identifier: GPL-3.0-or-later
// The form of Medium's account export, as a judge over its files: what ../shared/design/medium.md states of it.
import fs from 'node:fs';
import path from 'node:path';
import * as cheerio from 'cheerio';
import { port } from './samples.mjs';

const tags = { p: ['p'], h2: ['h2'], h3: ['h3'], h4: ['h4'], li: ['li'], pre: ['pre'], figure: ['figure'],
  blockquote: ['blockquote'], pullquote: ['blockquote'], mixtapeEmbed: ['div'] };
const inlines = ['a', 'strong', 'em', 'code', 'br', 'span'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];

const classesOf = (node) => (node.attribs?.class ?? '').split(/\s+/).filter(Boolean);
const isBlankText = (node) => node.type === 'text' && node.data.trim() === '';
const kindOf = (node) => Object.keys(tags).find((kind) => classesOf(node).includes(`graf--${kind}`));

/** Judges one file: a list of "what: where", empty where all is as it should be. */
class Judge {
  constructor(name, html) {
    this.name = name;
    this.$ = cheerio.load(html);
    this.faults = [];
    this.names = new Set();
  }

  fault(what, where = '') { this.faults.push(where ? `${what}: ${where}` : what); }
  expect(truth, what, where) { if (!truth) this.fault(what, where); return truth; }

  judge() {
    const { $ } = this;
    this.isDraft = this.name.startsWith('draft_');
    this.file();
    const article = $('article.h-entry');
    this.expect(article.length === 1, 'one article.h-entry');
    this.expect(article.find('> header > h1.p-name').length === 1, 'one h1.p-name in the header');
    this.expect(article.find('> section[data-field=subtitle]').not('.p-summary').length === 0, 'a subtitle is p-summary');
    const body = article.find('> section[data-field=body].e-content');
    if (this.expect(body.length === 1, 'one section[data-field=body].e-content')) this.sections(body);
    this.footer(article.find('> footer'));
    return this.faults;
  }

  file() {
    const form = /^(?:(\d{4}-\d\d-\d\d)|draft)_(.*)-([0-9a-f]{9,12})\.html$/.exec(this.name);
    if (!this.expect(form, 'name is day or draft, slug and id')) return;
    const moment = this.$('time.dt-published').attr('datetime');
    if (form[1] && moment) this.expect(moment.startsWith(form[1]), 'the day in the name is that in UTC', moment);
  }

  footer(footer) {
    const { $ } = this;
    if (!this.expect(footer.length === 1, 'one footer')) return;
    const last = footer.children('p').last().text();
    this.expect(new RegExp(`^Exported from \\w+ on (${months.join('|')}) \\d{1,2}, \\d{4}\\.$`).test(last),
      'the footer ends with where and when it was exported', last);
    if (this.isDraft) {
      this.expect(footer.find('.dt-published, .p-canonical').length === 0, 'a draft has no day and no address');
      this.expect(footer.find('a[href]:not(.p-tag)').first().text() === 'View original.', 'a draft has a link "View original."');
      return;
    }
    this.expect(footer.find('a.p-author.h-card[href]').length === 1, 'an author with an address');
    this.expect(footer.find('a.p-canonical[href]').length === 1, 'a canonical link');
    const time = footer.find('time.dt-published[datetime]');
    if (!this.expect(time.length === 1, 'a day of publication')) return;
    const moment = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d\.\d{3}Z$/.exec(time.attr('datetime'));
    if (!this.expect(moment, 'a moment in UTC with milliseconds', time.attr('datetime'))) return;
    const day = `${months[moment[2] - 1]} ${Number(moment[3])}, ${moment[1]}`;
    this.expect(time.text() === day, 'the day in words is that of the moment', time.text());
  }

  sections(body) {
    const { $ } = this;
    const sections = body.children().toArray();
    this.expect(sections.length > 0, 'a section');
    sections.forEach((section, index) => {
      const classes = classesOf(section);
      this.expect(section.name === 'section' && classes.includes('section--body'), 'a body holds body sections');
      this.expect(classes.includes('section--first') === (index === 0), 'the first section says so');
      this.expect(classes.includes('section--last') === (index === sections.length - 1), 'the last section says so');
      this.expect(/^[0-9a-f]{4}$/.test(section.attribs.name ?? ''), 'a section has a name of four hex digits');
      const [divider, content, ...more] = $(section).children().toArray();
      this.expect($(divider).is('div.section-divider') && $(divider).children('hr.section-divider').length === 1,
        'a section opens with a divider');
      this.expect($(content).is('div.section-content') && more.length === 0, 'then comes its content');
      const inner = $(content).children().toArray();
      this.expect(inner.every((part) => $(part).is('div.section-inner[class*=sectionLayout--]')), 'made of inner parts');
      this.grafs(inner.flatMap((part) => $(part).contents().toArray()));
    });
  }

  grafs(nodes) {
    const { $ } = this;
    const flat = [];
    for (const node of nodes) {
      if (isBlankText(node)) this.fault('white space between grafs');
      else if (node.type === 'text') this.fault('words outside of grafs', node.data.trim().slice(0, 40));
      else if ($(node).is('ul.postList, ol.postList')) {
        for (const item of $(node).contents().toArray()) {
          if (isBlankText(item)) this.fault('white space between grafs');
          else if (this.expect($(item).is('li.graf--li'), 'a list holds items', $.html(item).slice(0, 60))) flat.push(item);
        }
      } else flat.push(node);
    }
    let before = null;
    flat.forEach((graf, index) => {
      const where = $.html(graf).slice(0, 80);
      const kind = kindOf(graf);
      const classes = classesOf(graf);
      if (!this.expect(kind && classes.includes('graf'), 'a graf of a known kind', where)) { before = null; return; }
      this.expect(tags[kind].includes(graf.name), 'its element is that of its kind', where);
      const { name, id } = graf.attribs;
      this.expect(/^[0-9a-f]{4}$/.test(name ?? ''), 'a graf has a name of four hex digits', where);
      this.expect(name === id, 'its name is its id', where);
      this.expect(!this.names.has(name), 'names are unique', where);
      this.names.add(name);
      this.expect(classes.includes('graf--leading') === (index === 0), 'the first graf of a section leads', where);
      this.expect(classes.includes('graf--trailing') === (index === flat.length - 1), 'the last one trails', where);
      const after = classes.find((one) => one.startsWith('graf-after--'));
      if (index > 0 && before) this.expect(after === `graf-after--${before}`, 'a graf says what stands before it', where);
      before = kind;
      this.graf(graf, kind, classes, where);
    });
  }

  graf(graf, kind, classes, where) {
    const { $ } = this;
    if (kind === 'figure') this.figure(graf, classes, where);
    else if (kind === 'mixtapeEmbed') {
      this.expect($(graf).children('a.markup--mixtapeEmbed-anchor[href]').find('strong').length === 1,
        'a card has a link and a title', where);
    } else {
      this.inlines(graf, kind, where);
      if (kind === 'pre') this.code(graf, classes, where);
      if (classes.includes('graf--title')) this.title(graf, where);
      const isEmpty = $(graf).text().trim() === '' && $(graf).find('img').length === 0;
      if (isEmpty) this.expect($(graf).children('br').length === 1, 'an empty graf holds a br', where);
    }
  }

  figure(graf, classes, where) {
    const { $ } = this;
    if (classes.includes('graf--iframe')) {
      this.expect($(graf).find('> iframe[src], > script[src^="https://gist.github.com/"], > blockquote.twitter-tweet')
        .length === 1, 'an embed is a frame, a gist or a tweet', where);
      return;
    }
    const images = $(graf).find('img.graf-image');
    if (!this.expect(images.length === 1, 'a figure has one image', where)) return;
    this.expect(images.is('[data-image-id][src]'), 'an image has an id and an address', where);
    if (!this.isElsewhere(images.attr('src')))
      this.expect(images.is('[data-width][data-height]'), 'an image has a size', $.html(images));
    this.expect($(graf).find('figcaption').not('.imageCaption').length === 0, 'a caption says so', where);
  }

  /** Our own exports name images of other servers as the note does, and know nothing of their size. */
  isElsewhere(source) {
    const ours = this.$('footer').text().includes('Exported from Weeknotes');
    return ours && URL.canParse(source) && new URL(source).host !== `localhost:${port}`;
  }

  code(graf, classes, where) {
    const { $ } = this;
    if (classes.includes('graf--preV2'))
      this.expect($(graf).is('[data-code-block-mode]') && $(graf).children('span.pre--content').length === 1,
        'newer code has its mode and its content', where);
    this.expect(!$(graf).text().includes('\n'), 'lines of code are parted by br', where);
  }

  title(graf, where) {
    this.expect(/^[^\u00a0]*(\u00a0\S{1,8})?$/.test(this.$(graf).text().trim()),
      'a no-break space in a title holds a short last word', where);
  }

  inlines(graf, kind, where) {
    const { $ } = this;
    $(graf).find('*').each((_, node) => {
      const classes = classesOf(node);
      if (!this.expect(inlines.includes(node.name), 'inline elements are known ones', `${node.name} in ${where}`)) return;
      if (node.name === 'a')
        this.expect((classes.includes('markup--anchor') && 'data-href' in node.attribs) || classes.includes('markup--user'),
          'a link is an anchor or a mention', where);
      if (['strong', 'em', 'code'].includes(node.name))
        this.expect(classes.includes(`markup--${node.name}`) && classes.includes(`markup--${kind}-${node.name}`),
          'a mark says where it stands', where);
      if (node.name === 'span')
        this.expect(classes.includes('graf-dropCap') || $(node).closest('pre').length === 1, 'a span is a drop cap or in code', where);
    });
  }
}

export function judgePost(name, html) {
  return new Judge(name, html).judge();
}

/** The files in `folder`/posts: each with its name, text and faults. */
export function judgeArchive(folder) {
  const posts = path.join(folder, 'posts');
  return fs.readdirSync(posts).filter((name) => name.endsWith('.html')).sort().map((name) => {
    const html = fs.readFileSync(path.join(posts, name), 'utf8');
    return { name, html, faults: judgePost(name, html) };
  });
}

/** What of a file could run, or lead to where nobody should be led. */
export function harmIn(html) {
  const $ = cheerio.load(html);
  const found = [];
  $('*').each((_, { name, attribs = {} }) => {
    if (['script', 'object', 'embed', 'form', 'base', 'link'].includes(name)) found.push(name);
    for (const [key, value] of Object.entries(attribs)) {
      if (key.startsWith('on') || key === 'style' || key === 'srcdoc') found.push(`${name} ${key}`);
      if (['href', 'src'].includes(key) && !/^(https?:\/\/|mailto:|[\w.]*[/#-]|[\w-]+\.html$)/i.test(value)) found.push(value);
    }
  });
  return found;
}
