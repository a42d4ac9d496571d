// SPDX-License-Identifier: GPL-3.0-or-later
// Whether each weeknote of real archives stands in the week that its own file states, as read by statedBy().
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { corpus, has, none, readJson } from './samples.mjs';
import { dayOf, isoOf, statedBy } from './stated.mjs';

const longest = 28; // days of one note: a fortnight, a bumper edition
const latest = 10; // days from the period's end to the day the note is dated: next Thursday, and an excuse
const enough = 0.98;

const isReadme = (file) => /^(readme|license|contributing|changelog)\b/i.test(path.basename(file));

/** What is wrong with the period of a note whose file states that; null: nothing. */
function missOf(stated, covers) {
  if (!covers?.from || !covers?.to) return 'no period';
  const [from, to] = [dayOf(covers.from), dayOf(covers.to)];
  if (to - from + 1 > longest) return 'a longer period';
  if (from > stated.to) return 'a later period';
  // A week that is named is the period itself, and not the day that one writes about it.
  return to < stated.from - (stated.by === 'week in name' ? 0 : latest) ? 'an earlier period' : null;
}

// Of whatever kind the program takes a note to be: all that stands in these folders was published as weeknotes, so one that
// became a post without a period was missed.
test('weeknotes stand in the week that their files state', { skip: !has('weeknotes') }, (context) => {
  const files = fs.readdirSync(path.join(corpus, 'weeknotes'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  const notes = files.filter((file) => !isReadme(file));
  const stated = notes
    .map((file) => ({ file, stated: statedBy(file, notes.filter((each) => path.dirname(each) === path.dirname(file))) }));
  const { notes: imported } = readJson('weeknotes', 'import.json');
  const judged = stated.filter((each) => each.stated).map((each) => {
    const found = imported.filter(({ source }) => source.key === each.file);
    const misses = found.map(({ covers }) => missOf(each.stated, covers));
    return { ...each, note: found[0], miss: found.length === 0 ? 'no note' : misses.find(Boolean) };
  });
  const short = (file) => path.relative(path.join(corpus, 'weeknotes'), file);
  const dated = judged.filter((each) => each.stated.by !== 'week in name');
  const misses = judged.filter(({ miss }) => miss);
  context.diagnostic(`${files.length} files, ${files.length - notes.length} no notes, ${dated.length} state a day, ` +
    `${judged.length - dated.length} a week, ${notes.length - judged.length} neither; ${misses.length} missed`);
  const inside = dated.filter(({ stated: { to }, note, miss }) => !miss && to <= dayOf(note.covers.to));
  context.diagnostic(`${inside.length} of the days lie in the period itself, the others up to ${latest} days behind it`);
  stated.filter((each) => !each.stated).forEach(({ file }) => context.diagnostic(`states nothing: ${short(file)}`));
  const tell = ({ file, stated: { by, from, to }, note, miss }) => `${miss}: ${short(file)} states ` +
    `${[...new Set([from, to])].map(isoOf).join('/')} (${by}), is ${note?.kind} ${note?.covers?.from}/${note?.covers?.to}`;
  misses.forEach((each) => context.diagnostic(tell(each)));
  assert.ok(dated.length >= 700, `${dated.length} files state a day`);
  for (const some of [judged, dated]) {
    const placed = some.filter(({ miss }) => !miss).length / some.length;
    if (placed < enough) none(some.filter(({ miss }) => miss).map(tell));
  }
});
