// SPDX-License-Identifier: GPL-3.0-or-later
// The computed styles of a page with everything on it, against what is known of Medium's reading page.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchChromium } from './chromium.mjs';
import { pagesOf } from './samples.mjs';

const facts = JSON.parse(fs.readFileSync('medium.facts.json', 'utf8'));
const everything = pagesOf('pages').find((page) => fs.readFileSync(page, 'utf8').includes('A counter is a queue with a face'));

test('a page looks like Medium', async () => {
  assert.ok(everything, 'there is the page with everything');
  const browser = await launchChromium();
  try {
    for (const [device, width] of [['desktop', 1280], ['phone', 390]]) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: 'light' });
      await page.goto(pathToFileURL(everything).href);
      const computed = await page.evaluate((wanted) => Object.fromEntries(Object.entries(wanted).map(([selector, styles]) => {
        const element = document.querySelector(selector);
        const all = element && getComputedStyle(element);
        return [selector, all && Object.fromEntries(Object.keys(styles).map((name) => [name, all.getPropertyValue(name)]))];
      })), facts[device]);
      assert.deepEqual(computed, facts[device], device);
      if (device === 'desktop') {
        assert.equal(await page.evaluate(() => document.querySelector('.e-content').getBoundingClientRect().width), 680);
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
});
