import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toSharedString, writeXlsx } from '#main/worker/output/write-xlsx.ts';
import { buildClaimLog, type ClaimLog } from '#main/worker/reports/tables/claim-log.ts';
import { writeDate } from '#shared/reports/base/own-values.ts';
import { createHostileLog, createHostileReport, hostileTexts } from '#tests/spreadsheets/hostile-log.ts';
import { readXlsx } from '#tests/spreadsheets/read-xlsx.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { buildTestReport } from '../reports/model/build-test-report.ts';
import { searched } from '../reports/searched.ts';

const toAddress = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`;

async function readLog(log: ClaimLog) {
  const { sheets, parts } = readXlsx(await writeXlsx(log));
  return { sheets, parts, tables: log.tables };
}

function createSampleLog(): ClaimLog {
  const { review, draft } = openSample();
  return buildClaimLog(buildTestReport(review, draft));
}

describe('a workbook', () => {
  test('has every text as it was, as a string that stays one when it is edited, and no formula', async () => {
    const { sheets, tables } = await readLog(createHostileLog());
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['Claims', 'Evidence', 'Open queries'],
      ...['Coverage', 'Not looked at', 'Partly'],
    ]);
    let count = 0;
    for (const [index, { rows }] of tables.entries()) {
      const sheet = sheets[index];
      expect(sheet?.xml).not.toContain('<f>');
      for (const [row, cells] of rows.entries())
        for (const [column, cell] of cells.entries()) {
          const stored = sheet?.cells.get(toAddress(row + 1, column));
          if (cell === null) expect(stored).toBeUndefined();
          else if ('text' in cell && cell.text.length <= 32_767) {
            expect(stored).toEqual({ type: 's', value: cell.text, format: '@' });
            count += 1;
          }
        }
    }
    expect(count).toBeGreaterThan(hostileTexts.length * 10);
  });

  test('cuts a text that no cell can hold, and says so', async () => {
    const { sheets } = await readLog(createHostileLog(['😀'.repeat(20_000), 'x'.repeat(32_767)]));
    const words = sheets[0]?.cells.get('C2')?.value ?? '';
    expect(words.length).toBeLessThanOrEqual(32_767);
    expect(words).toMatch(/^(😀){16000,} … \[Cut here: .* 40000 characters\.\]$/u);
    expect(sheets[0]?.cells.get('C3')?.value).toBe('x'.repeat(32_767));
  });

  test('has dates and times as numbers with a format: days as written, times in the zone of the report', async () => {
    const { sheets } = await readLog(createHostileLog(['a']));
    // 22 July 2026, 00:04 in Vienna: days since 30 December 1899.
    const time = sheets[0]?.cells.get('P2');
    expect(time).toMatchObject({ type: 'n', format: 'yyyy-mm-dd hh:mm' });
    expect(Number(time?.value)).toBeCloseTo(46_225 + 4 / 1_440, 8);
    expect(sheets[1]?.cells.get('P2')).toEqual({ type: 'n', value: '46328', format: 'yyyy-mm-dd' });
    expect(sheets[1]?.cells.get('Q2')).toEqual({ type: 's', value: '2026-11', format: '@' });
  });

  test('writes a day that does not exist, or that the program does not know, as text', async () => {
    const report = createHostileReport(['a', 'b']);
    const dates = ['2026-02-31', '1899-12-31'];
    for (const [index, source] of report.sources.entries())
      if (!source.confidential) source.publishedAt = writeDate(dates[index] ?? '');
    const { sheets } = await readLog(buildClaimLog(report));
    expect(['P2', 'P3'].map((cell) => sheets[1]?.cells.get(cell)?.value)).toEqual(dates);
  });

  test('links only addresses that may be opened', async () => {
    const report = createHostileReport(['a', 'b']);
    const [first, second] = report.sources;
    if (first?.confidential === false) first.url = searched('doi:10.1000/182');
    if (second?.confidential === false) second.url = searched('javascript:alert(1)');
    const { sheets } = await readLog(buildClaimLog(report));
    // Mail with more than a subject is no link.
    expect([...(sheets[1]?.links ?? [])]).toEqual([
      ['N2', 'https://doi.org/10.1000/182'],
      ['N4', 'https://doi.org/10.1000/182'],
    ]);
    expect(sheets[1]?.cells.get('N3')?.value).toBe('javascript:alert(1)');
  });

  test('keeps its headings in view, filters by them, repeats them on paper, and prints the line of its reader', async () => {
    const { sheets, parts } = await readLog(createHostileLog(['a']));
    expect(sheets[0]?.xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(sheets[0]?.xml).toContain('<autoFilter ref="A1:S3"/>');
    expect(sheets[1]?.xml).toContain('<autoFilter ref="A1:V3"/>');
    expect(parts.get('xl/workbook.xml')).toContain('>Evidence!$A$1:$V$3</definedName>');
    expect(parts.get('xl/workbook.xml')).toContain('>Claims!$1:$1</definedName>');
    for (const { xml } of sheets)
      expect(xml).toContain('<oddHeader>&amp;CConfidential &amp;&amp; for lawyers</oddHeader>');
  });

  test('tells verdicts apart by sign and word, and by colour', async () => {
    const { sheets } = await readLog(createSampleLog());
    const cells = [...(sheets[0]?.cells ?? [])];
    const inColumn = (column: string) =>
      new Set(cells.filter(([address]) => address.startsWith(column)).map(([, { value }]) => value));
    expect(inColumn('D')).toEqual(
      new Set(['Verdict', '✓ Verified', '✗ Disputed', '? Can’t verify', '○ Unchecked']),
    );
    expect(inColumn('E')).toEqual(new Set(['Status', 'Checked', 'Not checked']));
  });

  test('names its title, and its authors only if the log does', async () => {
    const log = createSampleLog();
    const { parts } = await readLog(log);
    expect(parts.get('docProps/core.xml')).toContain(`<dc:title>${log.title}</dc:title><dc:creator>Ada<`);
    const { parts: anonymous } = await readLog({ ...log, authors: [] });
    expect(anonymous.get('docProps/core.xml')).not.toContain('creator');
    expect([...anonymous.keys()].sort()).toEqual([
      ...['[Content_Types].xml', '_rels/.rels', 'docProps/core.xml', 'xl/_rels/workbook.xml.rels'],
      ...['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml'],
      ...[1, 2, 3, 4, 5, 6].map((number) => `xl/worksheets/_rels/sheet${number}.xml.rels`),
      ...[1, 2, 3, 4, 5, 6].map((number) => `xl/worksheets/sheet${number}.xml`),
    ]);
  });

  test('of the same log has the same bytes, whenever it is written', async () => {
    const log = createSampleLog();
    const bytes = await writeXlsx(log);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(Buffer.from(await writeXlsx(log)).equals(bytes)).toBe(true);
  });

  test('without any claim has its headings', async () => {
    const { sheets } = await readLog(
      buildClaimLog({ ...createHostileReport(['a']), claims: [], unplaced: [] }),
    );
    expect(['A1', 'B1'].map((cell) => sheets[0]?.cells.get(cell)?.value)).toEqual([
      'For lawyers only',
      'Claim',
    ]);
    expect(sheets[0]?.xml).toContain('<autoFilter ref="A1:Q1"/>');
  });
});

test('a shared string is decoded to the same text, and is never the name of a property of an object', () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom('_', 'x', 'X', '0', '5', 'F', 'a', '\ufffd', 'g') }),
    fc.constantFrom('constructor', '__proto__', 'hasOwnProperty', '_X5505\ufffd', '_x005F_', '_x005F_x005F_'),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const shared = toSharedString(text);
      expect(shared in {}).toBe(false);
      expect(shared).not.toContain('\ufffd');
      const decoded = shared.replace(/_x([\dA-F]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
      expect(decoded).toBe(text);
    }),
    { numRuns: 2_000, examples: [['_x0055\ufffd']] },
  );
});
