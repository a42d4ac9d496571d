// SPDX-License-Identifier: GPL-3.0-or-later
// Lighthouse on five kinds of a site's pages, as a server shows them: nothing short of 100.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import lighthouse from 'lighthouse';
import { launchChromium, quiet } from './chromium.mjs';
import { port, siteOf } from './samples.mjs';

const site = siteOf('archives');
const debugging = 9471;
const categories = ['accessibility', 'best-practices', 'seo'];
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml', '.xml': 'application/xml',
  '.txt': 'text/plain', '.png': 'image/png', '.jpg': 'image/jpeg' };

let server;
let browser;
before(async () => {
  server = http.createServer((request, response) => {
    let file = path.join(site, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    if (file.endsWith(path.sep)) file = path.join(file, 'index.html');
    const there = file.startsWith(site) && fs.existsSync(file);
    response.writeHead(there ? 200 : 404, { 'content-type': types[path.extname(there ? file : '404.html')] ?? 'application/octet-stream' });
    response.end(fs.readFileSync(there ? file : path.join(site, '404.html')));
  }).listen(port);
  browser = await launchChromium({ args: [...quiet, `--remote-debugging-port=${debugging}`] });
});
after(async () => {
  await browser?.close();
  server?.close();
});

const first = (folder) => `${folder}/${fs.readdirSync(path.join(site, folder)).sort()[0]}/`;
const note = () => `${fs.readdirSync(site).filter((name) => fs.existsSync(path.join(site, name, 'index.html')))
  .find((name) => !['about', 'archive'].includes(name))}/`;
for (const [name, place] of [['front', () => ''], ['archive', () => 'archive/'], ['note', note],
  ['season', () => first('season')], ['section', () => first('section')]]) {
  test(`Lighthouse: ${name}`, async () => {
    const { lhr } = await lighthouse(`http://localhost:${port}/${place()}`, { port: debugging, onlyCategories: categories, logLevel: 'error' });
    const short = Object.values(lhr.categories).filter(({ score }) => score < 1).flatMap(({ id, auditRefs }) => auditRefs
      .filter(({ id: audit, weight }) => weight > 0 && lhr.audits[audit].score !== null && lhr.audits[audit].score < 1)
      .map(({ id: audit }) => `${id}: ${lhr.audits[audit].title} ${JSON.stringify(lhr.audits[audit].details?.items ?? []).slice(0, 400)}`));
    assert.deepEqual(short, []);
    assert.deepEqual(Object.values(lhr.categories).map(({ score }) => score), [1, 1, 1]);
  });
}
