// SPDX-License-Identifier: GPL-3.0-or-later
// What the notes made of real archives hold, against what the archives' own files do.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { contentsOf, differences, kinds, sums } from './contents.mjs';
import { ghostPosts } from './ghostposts.mjs';
import { mediumPosts } from './mediumposts.mjs';
import { corpus, has, none, ownExports, read, readJson } from './samples.mjs';
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
  const all = posts.map((post) => {
    const found = notes.filter(({ source }) => isOf(post, source));
    return { post, note: found.find(({ title }) => plain(title) === plain(post.title)) ?? found[0] };
  });
  return { pairs: all.filter(({ note }) => note), left: all.filter(({ note }) => !note).map(({ post }) => post) };
}

/** Two sites of the same address, as on two people's own machines, have posts of the same key: the second one's has a number. */
const bareKey = ({ key }) => key.replace(/ \(\d+\)$/, '');
const hasKey = (post, source) => bareKey(source) === post.key;

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

const nameOf = (file) => file.split(path.sep).slice(-2).join('/');

/** Our own and those of the corpus, as far as they are there. */
const exportsOf = (kind, ending) => [path.join(ownExports, `${kind}${ending}`), ...(fs.existsSync(path.join(corpus, kind))
  ? fs.readdirSync(path.join(corpus, kind), { recursive: true }).sort().map((name) => path.join(corpus, kind, name)) : [])]
  .filter((file) => file.endsWith(ending));

for (const file of exportsOf('wordpress', '.xml')) {
  test(`what WordPress's posts hold: ${nameOf(file)}`, { skip: !has('wordpress') }, (context) => {
    const { pairs, left } = matched('wordpress', wordpressPosts(file), hasKey);
    none(left.map(({ name }) => `no note of ${name}`));
    compare(context, 'wordpress', pairs);
  });
}

test("a note of WordPress's is a post, and no page or picture", { skip: !has('wordpress') }, () => {
  const keys = new Set(exportsOf('wordpress', '.xml').flatMap((file) => wordpressPosts(file).map(({ key }) => key)));
  none(readJson('wordpress', 'import.json').notes.map(({ source }) => bareKey(source)).filter((key) => !keys.has(key)));
});

const readsGhost = has('ghost') && readJson('ghost', 'import.json').notes.some(({ source }) => source.kind === 'ghost');
const isOfGhost = ({ ids }, source) => ids.some((id) => source.key.includes(id));
for (const file of exportsOf('ghost', '.json')) {
  test(`what Ghost's posts hold: ${nameOf(file)}`, { skip: !readsGhost }, (context) => {
    const { pairs, left } = matched('ghost', ghostPosts(file), isOfGhost);
    none(left.map(({ name }) => `no note of ${name}`));
    pairs.filter(({ post }) => post.unread).forEach(({ post }) => context.diagnostic(`not compared: ${post.name}`));
    compare(context, 'ghost', pairs.filter(({ post }) => !post.unread));
  });
}
