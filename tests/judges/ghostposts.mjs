// SPDX-License-Identifier: GPL-3.0-or-later
// The posts of a Ghost export: of their HTML where it is in there, else of the tree of Lexical, its editor since 2023. The
// cards: https://github.com/TryGhost/Koenig/tree/main/packages/kg-default-nodes
import fs from 'node:fs';
import * as cheerio from 'cheerio';
import { embed } from './sources.mjs';

const escaped = (text) => `${text ?? ''}`.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const caption = (html) => (html ? `<figcaption>${html}</figcaption>` : '');
const image = ({ src }) => `<img src="${escaped(src)}">`;
const card = (words, html = '') => `<x-embed words="${escaped(words)}"></x-embed>${html ? `<p>${html}</p>` : ''}`;

/** The HTML of a node of Lexical; one that is not known is what it holds. */
const nodes = {
  text: ({ text }) => escaped(text),
  'extended-text': ({ text }) => escaped(text),
  linebreak: () => '<br>',
  paragraph: (_, inner) => `<p>${inner}</p>`,
  heading: ({ tag }, inner) => `<${tag}>${inner}</${tag}>`,
  'extended-heading': ({ tag }, inner) => `<${tag}>${inner}</${tag}>`,
  quote: (_, inner) => `<blockquote>${inner}</blockquote>`,
  'extended-quote': (_, inner) => `<blockquote>${inner}</blockquote>`,
  aside: (_, inner) => `<blockquote>${inner}</blockquote>`,
  list: ({ tag }, inner) => `<${tag}>${inner}</${tag}>`,
  // An item that only holds the list within it is none of its own.
  listitem: ({ children }, inner) => (children?.every(({ type }) => type === 'list') ? inner : `<li>${inner}</li>`),
  link: ({ url }, inner) => `<a href="${escaped(url)}">${inner}</a>`,
  image: (node) => `<figure>${image(node)}${caption(node.caption)}</figure>`,
  gallery: (node) => `<figure>${(node.images ?? []).map(image).join('')}${caption(node.caption)}</figure>`,
  codeblock: ({ code, caption: words }) => `<pre>${escaped(code)}</pre>${words ? `<p>${words}</p>` : ''}`,
  embed: (node) => card('', node.caption),
  video: (node) => card('', node.caption),
  audio: (node) => card(node.title),
  file: (node) => card(node.fileTitle, node.fileCaption),
  bookmark: (node) => card(node.metadata?.title, node.caption),
  html: ({ html }) => html ?? '',
  markdown: () => '', // of which this judge knows nothing; see `unread`
  callout: ({ calloutEmoji, calloutText }) => `<div>${escaped(calloutEmoji)} ${calloutText ?? ''}</div>`,
  toggle: ({ heading, content }) => `<h4>${cheerio.load(heading ?? '')('body').text()}</h4>${content ?? ''}`,
  button: ({ buttonUrl, buttonText }) => `<div><a href="${escaped(buttonUrl)}">${escaped(buttonText)}</a></div>`,
};

function htmlOf(node) {
  const inner = (node.children ?? []).map(htmlOf).join('');
  return nodes[node.type] ? nodes[node.type](node, inner) : inner;
}

/** Makes plain what the HTML of a post shows. */
function shownHtml(html) {
  const $ = cheerio.load(html, null, false);
  const root = $.root();
  const cards = { 'kg-bookmark-card': '.kg-bookmark-title', 'kg-audio-card': '.kg-audio-title', 'kg-file-card': '.kg-file-card-title',
    'kg-embed-card': null, 'kg-video-card': null };
  for (const [name, title] of Object.entries(cards)) {
    root.find(`.${name}`).each((_, node) =>
      embed($, node, title ? $(node).find(title).text() : '', $(node).find('figcaption, .kg-file-card-caption').html() ?? ''));
  }
  root.find('iframe').each((_, node) => embed($, node, ''));
  return root.html();
}

/** `unread`: in a form of Ghost's that this judge does not know. */
export function ghostPosts(file) {
  const { db, data = db[0].data } = JSON.parse(fs.readFileSync(file, 'utf8'));
  // The picture above a post is shown with it, and kept beside its text.
  const above = ({ id, feature_image: src }) => (src ? `<figure>${image({ src })}${caption(
    data.posts_meta?.find((meta) => meta.post_id === id)?.feature_image_caption)}</figure>` : '');
  return data.posts.filter(({ type }) => (type ?? 'post') === 'post').map((post) => {
    const tree = post.html ? null : post.lexical;
    return {
      name: post.slug,
      ids: [post.id, post.uuid, post.slug].filter(Boolean),
      title: post.title,
      unread: tree ? tree.includes('"type":"markdown"') : !post.html && Boolean(post.mobiledoc),
      html: above(post) + (tree ? htmlOf(JSON.parse(tree).root) : shownHtml(post.html ?? '')),
    };
  });
}
