// SPDX-License-Identifier: GPL-3.0-or-later
// What ./dev left in samples/: for each archive its import.json, import.status, import.err, list.json, pages/ and site/; for
// the seeds texts/ too, the Markdown of each note by its id.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

export const folder = path.resolve('samples');
export const read = (...names) => fs.readFileSync(path.join(folder, ...names), 'utf8');
export const readJson = (...names) => JSON.parse(read(...names));
export const has = (name) => fs.existsSync(path.join(folder, name));

export const archives = fs.readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

export function pagesOf(archive) {
  const pages = path.join(folder, archive, 'pages');
  return fs.readdirSync(pages)
    .map((slug) => path.join(pages, slug, 'index.html'))
    .filter((page) => fs.existsSync(page))
    .sort();
}

/** Real archives; they are not part of the project. */
export const corpus = path.resolve(process.env.WEEKNOTES_CORPUS ?? '../../../shared/corpus');

/** Exports with all that their programs write, made up. */
export const ownExports = path.resolve('../../tests/data/exports');

export const author = 'Robin Ellery';
export const port = 8471; // of the server that sites are made for
export const siteOf = (archive) => path.join(folder, archive, 'site');
/** The pages of a site that are no note's. */
export function listsOf(archive) {
  const site = siteOf(archive);
  const below = (name) => (fs.existsSync(path.join(site, name)) ? fs.readdirSync(path.join(site, name)) : [])
    .map((each) => path.join(site, name, each, 'index.html'));
  return ['index.html', '404.html', 'archive/index.html', 'about/index.html'].map((name) => path.join(site, name))
    .concat(['season', 'year', 'tag', 'section'].flatMap(below))
    .filter((page) => fs.existsSync(page));
}

/** About `count` of them, evenly spread. */
export function some(items, count) {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0);
}

/** Fails with the first twenty of what was found, a line each. */
export function none(found) {
  if (found.length > 0) assert.fail(`${found.length} found\n  ${found.slice(0, 20).join('\n  ')}`);
}
