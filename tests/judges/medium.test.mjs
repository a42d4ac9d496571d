// SPDX-License-Identifier: GPL-3.0-or-later
// Our archives in Medium's form beside real ones: one checker asserts on both what medium.md states.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { harmIn, judgeArchive } from './medium.mjs';
import { archives, corpus, folder, none } from './samples.mjs';

// What may break the form, and why; each reason must still be needed.
const reasons = [
  { why: 'made up by hand for a test', of: ({ name }) => !/-[0-9a-f]{9,12}\.html$/.test(name) },
  { why: 'a series of cards, which Medium gave up', of: ({ html }) => html.includes('section--card') },
];

const tell = (posts) => posts.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`));

const accounts = path.join(corpus, 'medium');
if (fs.existsSync(accounts)) {
  test('the form that real archives of Medium have', (context) => {
    const needed = new Set();
    for (const account of fs.readdirSync(accounts)) {
      const posts = judgeArchive(path.join(accounts, account));
      const excused = posts.filter((post) => post.faults.length > 0 && reasons.some(({ of }) => of(post)));
      excused.forEach((post) => reasons.filter(({ of }) => of(post)).forEach(({ why }) => needed.add(why)));
      context.diagnostic(`${account}: ${posts.length} posts, ${excused.length} excused`);
      none(tell(posts.filter((post) => !excused.includes(post))));
    }
    assert.deepEqual([...needed].sort(), reasons.map(({ why }) => why).sort());
  });
}

for (const archive of archives.filter((name) => fs.existsSync(path.join(folder, name, 'medium', 'posts')))) {
  test(`Medium archive: ${archive}`, (context) => {
    const posts = judgeArchive(path.join(folder, archive, 'medium'));
    assert.ok(posts.length > 0, 'there are posts');
    context.diagnostic(`${posts.length} posts`);
    none(tell(posts));
    none(posts.flatMap(({ name, html }) => harmIn(html).map((what) => `${name}: ${what}`)));
  });
}
