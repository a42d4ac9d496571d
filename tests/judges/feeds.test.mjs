// SPDX-License-Identifier: GPL-3.0-or-later
// The feeds of each site: Atom against a schema by its RFC, RSS by a feed parser, and the same notes in both.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import Parser from 'rss-parser';
import { archives, readJson, siteOf } from './samples.mjs';

for (const archive of archives) {
  const file = (name) => path.join(siteOf(archive), name);
  test(`feeds: ${archive}`, async () => {
    execFileSync('xmllint', ['--noout', '--relaxng', 'atom.rng', file('atom.xml')], { stdio: 'pipe' });
    execFileSync('xmllint', ['--noout', file('sitemap.xml')], { stdio: 'pipe' });
    const links = fs.readFileSync(file('atom.xml'), 'utf8').match(/<link rel="\w+"/g);
    assert.equal(links.filter((link) => link.includes('self')).length, 1);
    const parser = new Parser();
    const rss = await parser.parseString(fs.readFileSync(file('rss.xml'), 'utf8'));
    const atom = await parser.parseString(fs.readFileSync(file('atom.xml'), 'utf8'));
    const notes = readJson(archive, 'list.json');
    assert.equal(rss.items.length, Math.min(20, notes.length));
    assert.deepEqual(rss.items.map(({ title }) => title), atom.items.map(({ title }) => title));
    assert.equal(new Set(rss.items.map(({ guid }) => guid)).size, rss.items.length);
    for (const item of rss.items) {
      assert.ok(item.title && item.link.startsWith('http'), JSON.stringify(item).slice(0, 200));
      assert.ok(!item.pubDate || !Number.isNaN(Date.parse(item.pubDate)), item.pubDate);
      // Readers show it away from its page.
      assert.doesNotMatch(item['content:encoded'] ?? '', /(?:href|src)="(?!https?:|mailto:)/);
    }
  });
}
