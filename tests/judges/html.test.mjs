// SPDX-License-Identifier: GPL-3.0-or-later
// The HTML checker over every page of every archive.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { archives, folder, listsOf, none, pagesOf, some } from './samples.mjs';

const jar = path.resolve('node_modules/vnu-jar/build/dist/vnu.jar');

for (const archive of archives) {
  test(`HTML checker: ${archive}`, (context) => {
    const pages = [...pagesOf(archive), ...some(listsOf(archive), 60)];
    assert.ok(pages.length > 0, 'there are pages');
    const { stdout, stderr, status, error } = spawnSync(
      'java', ['-Xss4m', '-jar', jar, '--format', 'json', '--stdout', ...pages],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    assert.ifError(error);
    assert.ok(stdout.startsWith('{'), `the checker ran: ${status} ${stderr}`);
    const { messages } = JSON.parse(stdout);
    const tell = ({ url, lastLine, message }) => `${path.relative(folder, url.replace('file:', ''))}:${lastLine} ${message}`;
    const errors = messages.filter(({ type }) => type !== 'info').map(tell);
    const warnings = messages.filter(({ type }) => type === 'info').map(tell);
    context.diagnostic(`${pages.length} pages, ${errors.length} errors, ${warnings.length} warnings`);
    warnings.slice(0, 5).forEach((warning) => context.diagnostic(warning));
    none(errors);
  });
}
