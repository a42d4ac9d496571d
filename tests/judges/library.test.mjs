// SPDX-License-Identifier: GPL-3.0-or-later
// What the program reads out of real archives, against what a person finds in them.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { test } from 'node:test';
import { archives, has, none, pagesOf, read, readJson } from './samples.mjs';

/** The note's values for the keys of `expected`, to compare only what a person looked up. */
const pick = (note, expected) => Object.fromEntries(Object.keys(expected).map((key) => [key, note[key]]));
/** A null covers stands for no period, however it is written. */
const covers = ({ covers: period }) => (period?.from ? period : null);

const digest = (words) => createHash('sha256').update(words).digest('hex');
/** The words of the note themselves stay out of the project; a change of them shows all the same. */
const digestsOf = ({ id, title }) => ({
  title_sha256: digest(title),
  text_sha256: digest(read('seeds', 'texts', `${id}.md`).replace(/^---\n.*?\n---\n\n?/s, '')),
});

/** WEEKNOTES_REFRESH_GOLDEN=1: writes the digests anew; what a person looked up stays as it is. */
function refresh(expected) {
  const line = (note) => `    ${JSON.stringify(note).replaceAll(/([:,])(?=["{\d\w])/g, '$1 ')}`;
  const seeds = Object.entries(expected).map(([seed, notes]) => `  "${seed}": [\n${notes.map(line).join(',\n')}\n  ]`);
  fs.writeFileSync('../../tests/judges/seeds.expected.json', `{\n${seeds.join(',\n')}\n}\n`);
}

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
  const { notes: sources, pauses } = readJson('seeds', 'import.json');
  const refreshed = {};
  for (const [seed, notes] of Object.entries(expected)) {
    const ids = sources.filter(({ source }) => source.key.includes(`/seeds/${seed}_`)).map(({ id }) => id);
    const found = list.filter(({ id }) => ids.includes(id)).map((note) => ({ ...note, ...digestsOf(note), covers: covers(note) }));
    assert.equal(found.length, notes.length, `notes of ${seed}`);
    refreshed[seed] = notes.map((note, index) => ({ ...note, ...digestsOf(found[index]) }));
    const wanted = process.env.WEEKNOTES_REFRESH_GOLDEN ? refreshed[seed] : notes;
    assert.deepEqual(found.map((note, index) => pick(note, wanted[index])), wanted, `notes of ${seed}`);
  }
  if (process.env.WEEKNOTES_REFRESH_GOLDEN) refresh(refreshed);
  const guesses = sources.flatMap((note) => note.guesses);
  assert.ok(guesses.some(({ field }) => field === 'year'), 'the year of 2019 is a guess');
  assert.deepEqual(guesses.filter(({ why }) => !why), [], 'each guess has its reason');
  assert.deepEqual(
    pauses.map(({ from, planned_to, to, inside }) => ({ from, planned_to, to, inside: inside.length })),
    [{ from: '2019-08-05', planned_to: '2019-09-01', to: '2019-08-25', inside: 1 }],
    'the pause of 2019 is proposed',
  );
  assert.ok(pauses[0].why, 'with its reasons');
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
