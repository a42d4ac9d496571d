// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of hostile notes (tests/publisher/tst_hostilepages.cpp) in a real Chromium: nothing runs, with the page's
// policy lifted and again once Chromium has read its own writing of the page; nothing is asked for; no dialog opens; and
// with the policy in force, nothing has come so far as to break it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { none } from './samples.mjs';

const folder = path.resolve('hostile');
const files = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
});
after(() => browser?.close());

/** A page that pushes to `found` whatever the file it shows does that it must not. */
async function watched(bypassCSP, found) {
  const context = await browser.newContext({ bypassCSP });
  const page = await context.newPage();
  const own = (url) => url === page.wanted || (url.startsWith(new URL('images/', page.wanted).href));
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (own(url)) return route.continue();
    if (!url.startsWith('data:')) found.push(`asks for ${url.slice(0, 120)}`);
    return route.abort();
  });
  page.on('dialog', (dialog) => { found.push(`opens a ${dialog.type()}`); return dialog.dismiss(); });
  page.on('popup', () => found.push('opens a window'));
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || frame.url().split('#')[0] !== page.wanted) found.push(`goes to ${frame.url()}`);
  });
  page.on('console', (message) => {
    if (/^refused to|violates/i.test(message.text())) found.push(`policy: ${message.text().slice(0, 160)}`);
  });
  return page;
}

/** Whether a script ran, of the page as it came and as Chromium would write and read it anew; and what waits to run. */
async function ran() {
  const turn = () => new Promise((resolve) => { setTimeout(resolve, 0); });
  const what = () => [
    ...(globalThis.__ran ? ['a script ran'] : []),
    ...[...document.querySelectorAll('*:not(link[rel=icon])')].flatMap((element) => [...element.attributes]
      .filter(({ name, value }) => name.startsWith('on') ||
        (['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(name) &&
          URL.canParse(value, document.baseURI) && // what is no address leads nowhere
          !['http:', 'https:', 'mailto:', 'file:'].includes(new URL(value, document.baseURI).protocol)))
      .map(({ name, value }) => `${element.localName}[${name}=${value.slice(0, 60)}]`)),
  ];
  await turn();
  const found = what();
  document.body.innerHTML = String(document.body.innerHTML);
  await turn();
  return [...found, ...what().map((each) => `written anew: ${each}`)];
}

test('Chromium: hostile notes', async (context) => {
  assert.ok(files.length > 0, 'there are pages');
  const found = [];
  let name = '';
  const seen = { push: (what) => found.push(`${name}: ${what}`) };
  const free = await watched(true, seen);
  const bound = await watched(false, seen);
  for (name of files) {
    free.wanted = bound.wanted = pathToFileURL(path.join(folder, name)).href;
    await free.goto(free.wanted, { waitUntil: 'load' });
    (await free.evaluate(ran)).forEach(seen.push);
    await bound.goto(bound.wanted, { waitUntil: 'load' });
  }
  context.diagnostic(`${files.length} files`);
  none(found);
});

test('Chromium: what a hostile note wants is seen', async () => {
  const wishes = ['<img src=x onerror="window.__ran=1">', '<script>window.__ran=1</script>', '<img src="https://hostile.invalid/a">',
    '<script>alert(1)</script>', '<a href="javascript:x()">x</a>', '<svg onload="window.__ran=1"></svg>',
    '<iframe srcdoc="x"></iframe>', '<p><noscript><style></noscript><img src=x onerror="window.__ran=1">'];
  const trial = path.resolve('hostile-trial.html');
  const policy = '<meta http-equiv="Content-Security-Policy" content="script-src https:">';
  for (const wish of [...wishes, `${policy}<script>x</script>`]) {
    const found = [];
    const page = await watched(!wish.startsWith(policy), found);
    page.wanted = pathToFileURL(trial).href;
    fs.writeFileSync(trial, `<!DOCTYPE html><title>x</title>${wish}`);
    await page.goto(page.wanted, { waitUntil: 'load' });
    found.push(...await page.evaluate(ran));
    await page.context().close();
    assert.ok(found.length > 0, wish);
  }
  fs.rmSync(trial);
});
