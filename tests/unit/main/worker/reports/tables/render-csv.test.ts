import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildClaimLog } from '#main/worker/reports/tables/claim-log.ts';
import { neutralizeFormulas, renderCsv } from '#main/worker/reports/tables/render-csv.ts';
import { createHostileLog, createHostileReport, hostileTexts } from '#tests/spreadsheets/hostile-log.ts';
import { readCsv } from '#tests/spreadsheets/read-csv.ts';
import { removePrefixes } from '#tests/spreadsheets/remove-prefixes.ts';
import { choose } from '#tests/unit/effort.ts';

const texts = fc.oneof(
  fc.constantFrom(...hostileTexts.map((text) => text.slice(0, 200))),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'=+-@＝＠\t\n\r\'",; 01/.ab'.split('')) }),
);

describe('a text in a file of comma-separated values', () => {
  test('begins no formula, also where another separator is taken, and is the same without its prefixes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const neutral = neutralizeFormulas(text);
        expect(neutral).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        expect(neutral).not.toMatch(/[,;|\t\n"][^\S\t\n]*[=+\-@＝＋－＠]/);
        expect(removePrefixes(neutral)).toBe(text);
      }),
      { numRuns: choose(750, 3_000) },
    );
  });

  test.each([
    ["=cmd|' /C calc'!A1", "'=cmd|' /C calc'!A1"],
    ['＝1', "'＝1"],
    [' =1', " '=1"],
    ['a;=1', "a;'=1"],
    ['007', "'007"],
    ['1-2', "'1-2"],
    ['5 March', "'5 March"],
    ['12:30', "'12:30"],
    ['TRUE', "'TRUE"],
    ['€5.20', "'€5.20"],
  ])('is neutralized: %j', (text, neutral) => expect(neutralizeFormulas(text)).toBe(neutral));

  test.each([
    '12 million',
    'May we come?',
    'true story',
    '1 in 5 boats',
    'a - b',
    'x=1',
    'me@example.org',
    'May 2026 boats',
  ])('is left as it is where nothing takes it for a value: %j', (text) =>
    expect(neutralizeFormulas(text)).toBe(text),
  );

  test('is neutralized in linear time', () => {
    for (const unit of [' ', '1', '\t', '; ', "'", '1 ']) {
      const long = `${unit.repeat(1_000_000)}x`;
      expect(neutralizeFormulas(long).endsWith(long)).toBe(true);
    }
  });
});

test('a file has a byte order mark, CRLF, quoted texts, bare numbers and dates, and every text', () => {
  const log = createHostileLog();
  for (const table of log.tables) {
    const content = renderCsv(table, log.timeZone);
    expect(content).toMatch(
      /^\ufeff"For lawyers only","(?:Claim","Words|Query","Explanation|State","Sentences|Sentence","Place|Open words","Place)/,
    );
    expect(content.endsWith('\r\n')).toBe(true);
    const [header, ...rows] = readCsv(content);
    expect(header).toEqual(table.columns.map(({ label }) => label));
    expect(rows).toHaveLength(table.rows.length);
    for (const [index, row] of table.rows.entries())
      for (const [column, cell] of row.entries())
        if (cell && 'text' in cell) expect(removePrefixes(rows[index]?.[column] ?? '')).toBe(cell.text);
  }
  const [claims, evidence] = log.tables.map((table) => renderCsv(table, log.timeZone));
  expect(claims).toContain(',2026-07-22 00:04,3,');
  expect(evidence).toContain(',2026-11-02,2026-11,');
});

test('every row for lawyers says so, in every table, and no row for others does', () => {
  const log = createHostileLog();
  for (const table of log.tables) {
    const rows = readCsv(renderCsv(table, log.timeZone));
    expect(rows.length).toBeGreaterThan(1);
    for (const [first] of rows) expect(first).toBe('For lawyers only');
  }
  const report = createHostileReport();
  for (const reader of ['public', 'editor'] as const)
    for (const table of buildClaimLog({ ...report, options: { ...report.options, reader } }).tables)
      expect(renderCsv(table, log.timeZone)).not.toContain('For lawyers only');
});
