// SPDX-License-Identifier: GPL-3.0-or-later
// Pages in a real Chromium: no violation found by axe, light and dark; no request beyond the page's own files; nothing
// that runs; nothing to scroll sideways on a phone or a desktop.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchChromium } from './chromium.mjs';
import { archives, folder, listsOf, none, pagesOf, siteOf, some } from './samples.mjs';

const axe = fs.readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const sampleSize = 40;
const widths = [320, 390, 1280];
const judgedWidths = [360, 1280];

let browser;
before(async () => { browser = await launchChromium(); });
after(() => browser?.close());

/** Opens the page file in that colour scheme; `foreign` gathers what it asked of others. */
async function open(file, colorScheme, foreign, root) {
  const context = await browser.newContext({ colorScheme, bypassCSP: true });
  const own = pathToFileURL(root).href + '/';
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(own) || url.startsWith('data:')) return route.continue();
    foreign.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  return page;
}

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
  return found.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html.slice(0, 120)}`);
}

/** What could run, said in a word each; JSON-LD is data. */
const running = () => [
  ...[...document.scripts].filter((script) => script.type !== 'application/ld+json').map(() => 'script'),
  ...[...document.querySelectorAll('iframe, object, embed, frame')].map((element) => element.localName),
  ...[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]
    .filter(({ name, value }) => name.startsWith('on') || /^\s*(javascript|vbscript):/i.test(value))
    .map(({ name }) => `${element.localName}[${name}]`)),
];

async function tooWide(page) {
  const wide = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const needs = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needs > width) wide.push(`${needs} px at ${width}`);
  }
  return wide;
}

async function judge(file, root = path.dirname(file)) {
  const foreign = [];
  const found = [];
  for (const scheme of ['light', 'dark']) {
    const page = await open(file, scheme, foreign, root);
    for (const width of judgedWidths) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await violations(page)).map((violation) => `axe, ${scheme}, ${width} px: ${violation}`));
    }
    if (scheme === 'light') {
      found.push(...(await page.evaluate(running)).map((what) => `runs: ${what}`));
      found.push(...(await tooWide(page)).map((what) => `too wide: ${what}`));
    }
    await page.context().close();
  }
  return [...found, ...foreign.map((url) => `asks for ${url}`)];
}

for (const archive of archives) {
  test(`Chromium and axe: ${archive}`, async (context) => {
    const pages = some(pagesOf(archive), sampleSize);
    assert.ok(pages.length > 0, 'there are pages');
    const found = [];
    for (const page of pages) {
      found.push(...(await judge(page)).map((what) => `${path.relative(folder, page)} ${what}`));
    }
    context.diagnostic(`${pages.length} pages`);
    none(found);
  });

  test(`Chromium and axe on lists: ${archive}`, async (context) => {
    const pages = some(listsOf(archive), 10);
    const found = [];
    for (const page of pages) {
      found.push(...(await judge(page, siteOf(archive))).map((what) => `${path.relative(folder, page)} ${what}`));
    }
    context.diagnostic(`${pages.length} pages`);
    none(found);
  });
}
