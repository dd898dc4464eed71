import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createEncodingNotices, decodeText } from '#renderer/documents/read/base/decode-text.ts';
import { importPastedText } from '#renderer/documents/read/text/import-text.ts';
import { encodeAs } from '#tests/unit/renderer/documents/read/base/encode-as.ts';
import { texts } from '#tests/unit/renderer/documents/read/base/texts.ts';
import { type Print, reportAtLeast, reportAtMost } from '../support/report-metrics.ts';

/** A way to lay out an article as plain text. */
interface Layout {
  name: string;
  /** The paragraphs have no line breaks. The first one is the headline. */
  write: (paragraphs: readonly string[]) => string;
  /** How many paragraphs an import should keep whole at least. */
  minWholePercent: number;
}

const columns = 72;

/** Wraps a paragraph as editors do: at the last space before the column. A longer word has a line of its own. */
function wrap(paragraph: string, indent = '', column = columns): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of paragraph.split(' ')) {
    const isEmpty = line.trim() === '';
    if (!isEmpty && line.length + 1 + word.length > column) {
      lines.push(line);
      line = word;
    } else line += isEmpty ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}

const quote = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const layouts: readonly Layout[] = [
  {
    name: 'headline, blank line, then one line each',
    write: ([headline = '', ...others]) => `${headline}\n\n${others.join('\n')}`,
    minWholePercent: 100,
  },
  { name: 'one line each', write: (paragraphs) => paragraphs.join('\n'), minWholePercent: 100 },
  {
    name: 'one line each, blank lines between',
    write: (paragraphs) => paragraphs.join('\n\n'),
    minWholePercent: 100,
  },
  {
    name: 'wrapped at 72, blank lines between',
    write: (paragraphs) => paragraphs.map((paragraph) => wrap(paragraph)).join('\n\n'),
    minWholePercent: 99,
  },
  {
    name: 'wrapped at 72, no blank lines',
    write: (paragraphs) => paragraphs.map((paragraph) => wrap(paragraph)).join('\n'),
    minWholePercent: 88,
  },
  {
    name: 'headline, blank line, then wrapped and indented',
    write: ([headline = '', ...others]) =>
      `${headline}\n\n${others.map((paragraph) => wrap(paragraph, '    ')).join('\n')}`,
    minWholePercent: 99,
  },
  {
    name: 'quoted mail, wrapped at 70',
    write: (paragraphs) =>
      quote(paragraphs.map((paragraph) => wrap(paragraph, '', columns - 2)).join('\n\n')),
    minWholePercent: 99,
  },
];

const unicodeEncodings = ['utf-8', 'utf-16le', 'utf-16be'];

/** Every text in every encoding of its language, with its encoding declared and without, with a byte order mark and without. */
function createFiles() {
  return texts.flatMap(({ text, encodings }) => [
    ...encodings.flatMap((encoding) =>
      [[], [encoding]].map((declared) => ({ text, declared, bytes: encodeAs(text, encoding) })),
    ),
    ...unicodeEncodings.flatMap((encoding) =>
      ['', '\ufeff'].map((mark) => ({ text, declared: [], bytes: encodeAs(mark + text, encoding) })),
    ),
  ]);
}

/** Measures how many texts in old and new encodings are read right, and how many wrong without a word. */
export function measureEncodings(print: Print): void {
  const files = createFiles();
  const results = files.map(({ text, declared, bytes }) => {
    const decoded = decodeText('a.txt', bytes, declared);
    if (decoded.ok && decoded.text === text) return 'right';
    return !decoded.ok || createEncodingNotices(decoded).length > 0 ? 'said' : 'silent';
  });
  const count = (wanted: string) => results.filter((result) => result === wanted).length;
  print(`Encodings (${files.length} texts in ${texts.length} languages)`);
  reportAtMost(print, { what: 'wrong without a word', value: count('silent'), bound: 0 });
  reportAtLeast(print, {
    what: 'right, in percent',
    value: (100 * count('right')) / files.length,
    bound: 95,
  });
}

const articleCount = 56;
/** Shorter texts say little about paragraphs. */
const minParagraphs = 10;

const revisionSchema = z.object({ id: z.string(), after: z.string() });

/** The paragraphs of real articles, each without line breaks. */
function readArticles(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      revisionSchema
        .parse(JSON.parse(line))
        .after.split(/\n\s*\n/u)
        .map(normalizeSpaces),
    )
    .filter((paragraphs) => paragraphs.length >= minParagraphs)
    .slice(0, articleCount);
}

const normalizeSpaces = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The share of paragraphs that are a block of their own, 0 to 1. */
function getWholeShare(paragraphs: readonly string[], layout: Layout): number {
  const imported = importPastedText(layout.write(paragraphs));
  if (!imported.ok) return 0;
  const { text, blocks } = imported.proposal;
  const found = new Set(blocks.map(({ start, end }) => normalizeSpaces(text.slice(start, end))));
  return paragraphs.filter((paragraph) => found.has(paragraph)).length / paragraphs.length;
}

/** Measures how many paragraphs of real articles stay whole in each of the layouts in which people write plain text. */
export function measurePlainText(corpora: string | undefined, print: Print): void {
  const file = corpora && join(corpora, 'revisions.jsonl');
  if (!file || !existsSync(file)) {
    print(`Skipped: plain text; ${file ? `there is no ${file}` : 'STET_CORPORA names no folder'}.`);
    return;
  }
  const articles = readArticles(file);
  print(`Plain text: whole paragraphs of ${articles.length} articles, in percent`);
  for (const layout of layouts) {
    const shares = articles.map((paragraphs) => getWholeShare(paragraphs, layout));
    const value = (100 * shares.reduce((sum, share) => sum + share, 0)) / articles.length;
    reportAtLeast(print, { what: layout.name, value, bound: layout.minWholePercent, digits: 1 });
  }
}
