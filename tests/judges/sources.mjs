// SPDX-License-Identifier: GPL-3.0-or-later
// What the judges' readers of archives share. Each of them makes plain HTML of an archive's posts: {name, key, title, html},
// where `key` is what the program calls its source, and <x-embed words="…"> stands for what shows another page.
export const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** Puts an embed in place of `node`, with a caption of the writer's own. */
export function embed($, node, words, caption = '') {
  const sign = $('<x-embed></x-embed>').attr('words', words);
  $(node).replaceWith(caption ? [sign, $('<p></p>').append(caption)] : sign);
}

/** Makes one of neighbours of the same kind, parted by `between`; white space between them is none of the text. */
export function join($, root, selector, isSame, between) {
  root.find(selector).toArray().forEach((node) => {
    let before = node.prev;
    while (before && before.type === 'text' && before.data.trim() === '') before = before.prev;
    if (!before || !$(before).is(selector) || !isSame($(before), $(node))) return;
    $(node).prepend($(before).contents(), between);
    $(before).remove();
  });
}
