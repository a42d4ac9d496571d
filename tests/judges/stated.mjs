// SPDX-License-Identifier: GPL-3.0-or-later
// The day or week that a file of somebody's archive states of itself: in its front matter, else in its name. A reader of
// lines, not of YAML or TOML, so that it shares no mistake with the program.
import fs from 'node:fs';

const dateKeys = ['date', 'pubdate', 'published', 'publishdate', 'published_at', 'created', 'created_at'];

/** Key and value of each line at the beginning that is of the form `key: value` or `key = value`, as text. */
function frontMatter(text) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const fence = /^(-{3,}|\+{3,}|={3,})\s*$/;
  const first = fence.test(lines[0]) ? 1 : 0;
  const end = lines.findIndex((line, index) => index >= first && fence.test(line));
  // Without a fence before it, it must look like nothing else: a text may hold a rule, too.
  const isHead = end > 0 && (first === 1 || lines.slice(0, end).every((line) => /^\w+\s*[:=]|^\s*$/.test(line)));
  const pairs = (isHead ? lines.slice(first, end) : [])
    .map((line) => /^([\w-]+)\s*[:=]\s*(.*?)\s*$/.exec(line))
    .filter(Boolean)
    .map(([, key, value]) => [key.toLowerCase(), value.replace(/^(["'])(.*)\1$/, '$2')]);
  return Object.fromEntries(pairs);
}

const days = (year, month, day) => Date.UTC(year, month - 1, day) / 86400000;
export const dayOf = (iso) => Date.parse(`${iso}T00:00:00Z`) / 86400000;
export const isoOf = (day) => new Date(day * 86400000).toISOString().slice(0, 10);

/** As the writer's own clock had it: what stands behind the day is the hour there. */
function dayIn(value) {
  const numbers = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(value);
  if (numbers) return days(numbers[1], numbers[2], numbers[3]);
  const words = /\d/.test(value) ? Date.parse(`${value} UTC`) : NaN; // "4 May 2018"
  return Number.isNaN(words) ? null : Math.floor(words / 86400000);
}

function dayInFrontMatter(fields) {
  for (const key of dateKeys) {
    const day = fields[key] ? dayIn(fields[key]) : null;
    if (day !== null) return day;
  }
  const { year, month, day } = fields;
  return [year, month, day].every((each) => /^\d+$/.test(each ?? '')) ? days(year, month, day) : null;
}

/** The Monday of an ISO 8601 week: week 1 holds 4 January. */
function mondayOf(year, week) {
  const fourth = days(year, 1, 4);
  return fourth - ((fourth + 3) % 7) + 7 * (week - 1); // 1970-01-01 was a Thursday
}

/**
 * What `file` states: {by, from, to}, in days since 1970, with the same day twice where it states a day; null: nothing.
 * "2024-06.md" is a week only where a file beside it has a number that no month has.
 */
export function statedBy(file, beside) {
  const day = dayInFrontMatter(frontMatter(fs.readFileSync(file, 'utf8')));
  if (day !== null) return { by: 'front matter', from: day, to: day };
  const name = file.split('/').slice(-2).reverse().map((part) => /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(part)).find(Boolean);
  if (name) return { by: 'name', from: days(...name.slice(1)), to: days(...name.slice(1)) };
  const week = /(\d{4})-W?(\d\d)\.\w+$/;
  const own = week.exec(file);
  if (!own || !beside.some((each) => Number(week.exec(each)?.[2] ?? 0) > 12)) return null;
  const monday = mondayOf(Number(own[1]), Number(own[2]));
  return { by: 'week in name', from: monday, to: monday + 6 };
}
