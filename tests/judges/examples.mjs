// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of the CommonMark specification; run by itself it prints them as JSON, for md-conformance.
import specification from 'commonmark-spec';
import { fileURLToPath } from 'node:url';

const withTabs = (text) => text.replaceAll('→', '\t');

export const examples = specification.tests.map(({ number, section, markdown, html }) => ({
  number,
  section,
  markdown: withTabs(markdown),
  html: withTabs(html),
}));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(JSON.stringify(examples));
}
