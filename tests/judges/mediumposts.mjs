// SPDX-License-Identifier: GPL-3.0-or-later
// The posts of an account's export, read by what ../shared/design/medium.md states.
import fs from 'node:fs';
import path from 'node:path';
import * as cheerio from 'cheerio';
import { embed, join, plain } from './sources.mjs';

function mediumPost(file) {
  const $ = cheerio.load(fs.readFileSync(file, 'utf8'));
  const body = $('[data-field=body]').first();
  const heading = $('h1.p-name').first().text();
  const head = ['title', 'subtitle', 'kicker'].map((kind) => body.find(`.graf--${kind}`).first());
  const title = head[0].text() || heading;
  // Fields of the note, and no part of its text. Some titles only stand where one would be.
  const first = body.find('.graf').not(head.map((graf) => graf[0]).filter(Boolean)).first();
  const untold = !head[0].length && first.is('h1, h2, h3, h4') && plain(first.text()) === plain(heading) ? [first] : [];
  [...head, ...untold].forEach((graf) => graf.remove());
  body.find('.section-divider').remove();
  // Of a card only the title is shown for the link; below it stand words of the page it leads to, and its host.
  body.find('.graf--mixtapeEmbed').each((_, node) => embed($, node, $(node).find('strong').first().text()));
  body.find('.graf--iframe').each((_, node) => embed($, node, '', $(node).find('figcaption').html() ?? ''));
  // The older editor began a block with each empty line, and a quote with each paragraph.
  join($, body, 'pre:not(.graf--preV2)', () => true, '<br><br>');
  join($, body, 'blockquote', (one, other) => one.is('.graf--pullquote') === other.is('.graf--pullquote'), '<br>');
  const id = /-([0-9a-f]{9,12})\.html$/.exec(file);
  return {
    name: path.basename(file, '.html'),
    key: id ? id[1] : file,
    title,
    // An answer to somebody's story has no title of its own, but the beginning of its first words. It is left out of folders.
    seemsResponse: !head[0].length && !untold.length && plain(first.text()).startsWith(plain(heading).replace(/\s*…$/, '')),
    html: body.html(),
  };
}

export function mediumPosts(account) {
  const posts = path.join(account, 'posts');
  return fs.readdirSync(posts).filter((name) => name.endsWith('.html')).sort().map((name) => mediumPost(path.join(posts, name)));
}
