// SPDX-License-Identifier: GPL-3.0-or-later
// What a microformats parser finds on pages: an h-entry with what readers of other sites need.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { mf2 } from 'microformats-parser';
import { archives, author, none, pagesOf, readJson, some } from './samples.mjs';

for (const archive of archives) {
  test(`h-entry: ${archive}`, (context) => {
    const notes = readJson(archive, 'list.json').map((note) => ({ ...note, title: note.title.replaceAll(/\s+/g, ' ').trim() }));
    const titles = new Set(notes.map(({ title }) => title));
    const wordless = new Set(notes.filter(({ words }) => words === 0).map(({ title }) => title)); // drafts, mostly
    const pages = some(pagesOf(archive), 60);
    const found = [];
    let published = 0;
    for (const page of pages) {
      const wrong = (what) => found.push(`${page}: ${what}`);
      const { items } = mf2(fs.readFileSync(page, 'utf8'), { baseUrl: 'http://localhost/' });
      const entries = items.filter(({ type }) => type?.includes('h-entry'));
      if (entries.length !== 1) { wrong(`${entries.length} entries`); continue; }
      const { properties } = entries[0];
      if (!titles.has(properties.name?.[0])) wrong(`name ${properties.name}`);
      if (properties.author?.[0]?.properties?.name?.[0] === undefined) wrong('no author');
      if (!properties.content?.[0]?.value?.trim() && !wordless.has(properties.name?.[0])) wrong('no content');
      if (properties.published) {
        published += 1;
        if (Number.isNaN(Date.parse(properties.published[0]))) wrong(`published ${properties.published}`);
      }
    }
    assert.ok(published > 0 || archive === 'pages', 'some say when they were published');
    context.diagnostic(`${pages.length} pages, ${published} with a day, author ${author}`);
    none(found);
  });
}
