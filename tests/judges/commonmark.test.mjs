// SPDX-License-Identifier: GPL-3.0-or-later
// The bare dialect against all examples of the CommonMark specification, to the letter.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from './examples.mjs';
import { none, readJson } from './samples.mjs';

test('all 652 examples of CommonMark 0.31.2', () => {
  const made = readJson('commonmark.json');
  assert.equal(examples.length, 652);
  assert.equal(made.length, examples.length);
  none(examples
    .filter(({ html }, index) => made[index] !== html)
    .map(({ number, section, markdown, html }) => [`example ${number}, ${section}`, markdown, html, made[number - 1]].join('\n')));
});
