// SPDX-License-Identifier: GPL-3.0-or-later
// What the notes made of real archives hold, against what the archives' own files do.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { contentsOf, differences, kinds, sums } from './contents.mjs';
import { ghostPosts } from './ghostposts.mjs';
import { mediumPosts } from './mediumposts.mjs';
import { corpus, has, none, read, readJson } from './samples.mjs';
import { plain } from './sources.mjs';
import { wordpressPosts } from './wordpressposts.mjs';

const allowed = 0.001; // of each kind, over an account

/** Compares posts with the notes made of them, and tells how they differ; fails where that is more than `allowed`. */
function compare(context, sample, pairs) {
  const contents = pairs.map(({ post, note }) =>
    [contentsOf(post.html), contentsOf(read(sample, 'texts', `${note.id}.html`))]);
  contents.forEach(([source, note], index) => {
    const differs = differences(source, note);
    if (differs.length) context.diagnostic(`${pairs[index].post.name}: ${differs.join(', ')}`);
  });
  const figures = sums(contents);
  const tell = (kind) => `${kind} ${figures[kind].source} → ${figures[kind].note} (${figures[kind].off} off)`;
  context.diagnostic(`${pairs.length} posts compared: ${kinds.map(tell).join(', ')}`);
  const titles = pairs.filter(({ post, note }) => plain(post.title) && plain(post.title) !== plain(note.title));
  none(titles.map(({ post, note }) => `${post.name} is called “${note.title}” and not “${plain(post.title)}”`));
  none(kinds.filter((kind) => figures[kind].off > allowed * figures[kind].source).map(tell));
}

/** The posts and the notes of the sample that `isOf` finds for them: those that have one, and the posts that have none. */
function matched(sample, posts, isOf) {
  const { notes } = readJson(sample, 'import.json');
  const all = posts.map((post) => ({ post, note: notes.find(({ source }) => isOf(post, source)) }));
  return { pairs: all.filter(({ note }) => note), left: all.filter(({ note }) => !note).map(({ post }) => post) };
}

const hasKey = (post, source) => source.key === post.key;

for (const account of has('medium') ? fs.readdirSync(path.join(corpus, 'medium')).sort() : []) {
  test(`what Medium's posts hold: ${account}`, (context) => {
    const { pairs, left } = matched('medium', mediumPosts(path.join(corpus, 'medium', account)), hasKey);
    assert.ok(pairs.length > 0);
    left.forEach(({ name }) => context.diagnostic(`left out: ${name}`));
    context.diagnostic(`${left.length} left out`);
    none(left.filter(({ seemsResponse }) => !seemsResponse).map(({ name }) => `left out, and no response: ${name}`));
    compare(context, 'medium', pairs);
  });
}

test("what WordPress's posts hold", { skip: !has('wordpress') }, (context) => {
  const files = readJson('wordpress', 'import.json').notes.map(({ source }) => source.key);
  const folder = path.join(corpus, 'wordpress');
  const exports = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.xml')).sort();
  const { pairs, left } = matched('wordpress', exports.flatMap((name) => wordpressPosts(path.join(folder, name))), hasKey);
  none(left.map(({ name }) => `no note of ${name}`));
  assert.equal(files.length, pairs.length, 'a note is a post, and nothing else');
  compare(context, 'wordpress', pairs);
});

const readsGhost = has('ghost') && readJson('ghost', 'import.json').notes.some(({ source }) => source.kind === 'ghost');
test("what Ghost's posts hold", { skip: !readsGhost }, (context) => {
  const posts = ghostPosts(path.join(corpus, 'ghost', 'ghost.json'));
  const { pairs, left } = matched('ghost', posts, ({ ids }, source) => ids.some((id) => source.key.includes(id)));
  none(left.map(({ name }) => `no note of ${name}`));
  pairs.filter(({ post }) => post.unread).forEach(({ post }) => context.diagnostic(`not compared: ${post.name}`));
  compare(context, 'ghost', pairs.filter(({ post }) => !post.unread));
});
