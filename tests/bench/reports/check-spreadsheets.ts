import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { makeClaimLogFiles } from '#main/worker/output/claim-log-files.ts';
import type { Cell } from '#main/worker/reports/tables/table.ts';
import { createHostileLog, hostileTexts } from '#tests/spreadsheets/hostile-log.ts';
import { readCsv } from '#tests/spreadsheets/read-csv.ts';
import { removePrefixes } from '#tests/spreadsheets/remove-prefixes.ts';
import { type Print, reportAtLeast, reportAtMost } from '../support/report-metrics.ts';

const run = promisify(execFile);

/** Comma, quotation mark, UTF-8, from the first line, every field as it is shown, all sheets: the tokens of LibreOffice's filter. */
const toCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1';

/** The text of a cell that has to be the same in LibreOffice; null for any other cell. */
function getText(cell: Cell): string | null {
  if (cell === null || !('text' in cell)) return null;
  return cell.text.length > 32_767 ? null : cell.text;
}

/** Has LibreOffice convert a file, and returns what it wrote by the names of the files. */
async function convert(path: string, format: string, folder: string): Promise<Map<string, string>> {
  const target = mkdtempSync(join(folder, 'converted-'));
  const profile = pathToFileURL(join(folder, 'profile')).href;
  await run('soffice', [
    ...['--headless', `-env:UserInstallation=${profile}`, '--convert-to', format, '--outdir', target, path],
  ]);
  return new Map(readdirSync(target).map((name) => [name, readFileSync(join(target, name), 'utf8')]));
}

const countMatches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

/** Counts the texts of a table that LibreOffice shows as they are, and prints those that it does not. */
function countSame(
  print: Print,
  rows: readonly Cell[][],
  shown: string[][],
  restore: (text: string) => string,
) {
  let same = 0;
  let total = 0;
  for (const [index, row] of rows.entries())
    for (const [column, cell] of row.entries()) {
      const text = getText(cell);
      if (text === null) continue;
      const found = shown[index + 1]?.[column] ?? '';
      total += 1;
      if (restore(found) === text) same += 1;
      else if (total - same < 20)
        print(`    ${JSON.stringify(text.slice(0, 40))} became ${JSON.stringify(found.slice(0, 40))}`);
    }
  return { same, total };
}

/**
 * Opens the spreadsheets of a claim log full of hostile texts in LibreOffice, and checks that nothing is a formula and every text is as
 * it was. Skipped where LibreOffice is missing.
 */
export async function checkSpreadsheets(print: Print): Promise<void> {
  print('Spreadsheets in LibreOffice');
  try {
    await run('soffice', ['--version']);
  } catch {
    print('  skipped: there is no soffice on this machine');
    return;
  }
  // LibreOffice takes minutes to lay out texts that fill a cell.
  const log = createHostileLog(hostileTexts.filter(({ length }) => length < 1_000));
  const [claims, evidence] = log.tables;
  const folder = mkdtempSync(join(tmpdir(), 'stet-calc-'));
  try {
    for (const format of ['xlsx', 'csv'] as const) {
      const files = await makeClaimLogFiles(log, format);
      let formulas = 0;
      let [same, total, dates, links] = [0, 0, 0, 0];
      for (const { suffix, bytes } of files) {
        const path = join(folder, `log${suffix}.${format}`);
        writeFileSync(path, bytes);
        const sheet = [...(await convert(path, 'fods', folder)).values()].join('');
        formulas += countMatches(sheet, /table:formula=/g);
        dates += countMatches(sheet, /office:value-type="date"/g);
        links += countMatches(sheet, /<text:a /g);
        const tables = format === 'xlsx' ? [claims, evidence] : [suffix === '' ? claims : evidence];
        const shown = [...(await convert(path, toCsv, folder)).entries()].sort(([a], [b]) =>
          a < b ? -1 : 1,
        );
        for (const [index, table] of tables.entries()) {
          const restore = format === 'csv' ? removePrefixes : (text: string) => text;
          const counted = countSame(print, table?.rows ?? [], readCsv(shown[index]?.[1] ?? ''), restore);
          same += counted.same;
          total += counted.total;
        }
      }
      reportAtMost(print, { what: `.${format}: formula cells`, value: formulas, bound: 0 });
      reportAtLeast(print, { what: `.${format}: texts as they were`, value: same, bound: total });
      if (format === 'csv') continue;
      const all = [claims, evidence].flatMap((table) => table?.rows.flat() ?? []);
      const isDate = (cell: Cell) =>
        cell?.kind === 'time' || (cell?.kind === 'date' && cell.date.length === 10);
      reportAtLeast(print, { what: '.xlsx: dates', value: dates, bound: all.filter(isDate).length });
      const expected = all.filter((cell) => cell?.kind === 'link').length;
      reportAtLeast(print, { what: '.xlsx: links', value: links, bound: expected });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
