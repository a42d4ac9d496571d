// SPDX-License-Identifier: GPL-3.0-or-later
// What the program reads out of real archives, against what a person finds in them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { archives, has, none, pagesOf, read, readJson } from './samples.mjs';

/** The note's values for the keys of `expected`, to compare only what a person looked up. */
const pick = (note, expected) => Object.fromEntries(Object.keys(expected).map((key) => [key, note[key]]));
/** A null covers stands for no period, however it is written. */
const covers = ({ covers: period }) => (period?.from ? period : null);

for (const archive of archives) {
  test(`import, list and export agree: ${archive}`, () => {
    assert.equal(read(archive, 'import.status').trim(), '0', read(archive, 'import.err'));
    const { imported, notes } = readJson(archive, 'import.json');
    const list = readJson(archive, 'list.json');
    assert.equal(list.length, imported);
    assert.equal(notes.length, imported);
    assert.equal(pagesOf(archive).length, list.length);
    none(list.filter(({ id, title, kind }) => !id || !title || !kind).map((note) => JSON.stringify(note)));
  });
}

test('the five seeds become fourteen notes', { skip: !has('seeds') }, () => {
  const expected = JSON.parse(fs.readFileSync('seeds.expected.json', 'utf8'));
  const list = readJson('seeds', 'list.json');
  assert.equal(list.length, 14);
  const sources = readJson('seeds', 'import.json').notes;
  for (const [seed, notes] of Object.entries(expected)) {
    const ids = sources.filter(({ source }) => source.key.includes(`/seeds/${seed}_`)).map(({ id }) => id);
    const found = list.filter(({ id }) => ids.includes(id)).map((note) => ({ ...note, covers: covers(note) }));
    assert.equal(found.length, notes.length, `notes of ${seed}`);
    assert.deepEqual(found.map((note, index) => pick(note, notes[index])), notes, `notes of ${seed}`);
  }
  const guesses = sources.flatMap((note) => note.guesses);
  assert.ok(guesses.some(({ field }) => field === 'year'), 'the year of 2019 is a guess');
  assert.deepEqual(guesses.filter(({ why }) => !why), [], 'each guess has its reason');
});

test('every file of the weeknotes becomes a note or a warning', { skip: !has('weeknotes') }, (context) => {
  const files = read('weeknotes', 'files').trim().split('\n');
  const { notes, warnings = [], imported } = readJson('weeknotes', 'import.json');
  const told = [JSON.stringify(notes.map(({ source }) => source)), JSON.stringify(warnings), read('weeknotes', 'import.err')].join('\n');
  const silent = files.filter((file) => !told.includes(file));
  context.diagnostic(`${files.length} files, ${imported} notes`);
  assert.ok(files.length > 0);
  none(silent.map((file) => `not a word about ${file}`));
});
