import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DraftProposal } from '../../../../shared/import/proposal';
import { createRandom } from '../../support/random';
import { type Print, reportAverageAndWorst, type ScoredFile } from '../../support/report-metrics';
import { type ImportBench, importThrough } from '../app/built-app';
import { getOrderAgreement, splitWords } from '../text-metrics';
import { generateText, type TextPart } from './layouts/generate-text';
import { nameLayout, pdfLayouts } from './layouts/layout-specs';
import { writeFodt } from './layouts/write-fodt';

/** The same for every run, so that the figures of two versions can be compared. */
const seed = 1_000;

const noteReference = /\[\d+\]/g;

/**
 * Measures how well PDFs with known text are read: LibreOffice lays out generated articles in one to four columns, with and
 * without tables, running heads and notes.
 */
export async function measurePdfLayouts({ page }: ImportBench, print: Print): Promise<void> {
  if (spawnSync('soffice', ['--version']).error) {
    print('Skipped: PDF in columns; LibreOffice (soffice) is not installed.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'stet-pdf-layouts-'));
  try {
    const texts = pdfLayouts.map((layout, index) => generateText(createRandom(seed + index), layout));
    const names = pdfLayouts.map((layout, index) => {
      const parts = texts[index] ?? [];
      writeFileSync(join(folder, `${index}.fodt`), writeFodt(parts, layout));
      return nameLayout(layout);
    });
    layOut(folder, names.length);
    const scores = new Map<number, Scores>();
    for (const [index, { columns }] of pdfLayouts.entries()) {
      const { result } = await importThrough(
        page,
        `${index}.pdf`,
        readFileSync(join(folder, `${index}.pdf`)),
      );
      const measured = scores.get(columns) ?? { orders: [], paragraphs: [], rows: [] };
      scores.set(columns, measured);
      if (result.ok) score(names[index] ?? '', texts[index] ?? [], result.proposal, measured);
      else print(`  refused: ${names[index]}: ${result.problem.message}`);
    }
    for (const [columns, measured] of scores) report(print, columns, measured);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function layOut(folder: string, count: number): void {
  const sources = Array.from({ length: count }, (_, index) => join(folder, `${index}.fodt`));
  execFileSync('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    ...['--headless', '--convert-to', 'pdf', '--outdir', folder, ...sources],
  ]);
}

interface Scores {
  orders: ScoredFile[];
  paragraphs: ScoredFile[];
  rows: ScoredFile[];
}

function score(
  name: string,
  parts: readonly TextPart[],
  { text, blocks }: DraftProposal,
  scores: Scores,
): void {
  const found = blocks
    .filter(({ kind }) => kind !== 'note')
    .map(({ start, end }) => splitWords(text.slice(start, end).replace(noteReference, '')));
  const wholeTexts = new Set(found.map((words) => words.join(' ')));
  const getWholeShare = (kind: TextPart['kind']) => {
    const own = parts.filter((part) => part.kind === kind);
    return own.filter((part) => wholeTexts.has(splitWords(part.text).join(' '))).length / own.length;
  };
  const expected = parts.flatMap((part) => splitWords(part.text));
  scores.orders.push({ name, score: getOrderAgreement(expected, found.flat()) });
  scores.paragraphs.push({ name, score: getWholeShare('paragraph') });
  if (parts.some(({ kind }) => kind === 'row')) scores.rows.push({ name, score: getWholeShare('row') });
}

function report(print: Print, columns: number, { orders, paragraphs, rows }: Scores): void {
  print(
    `PDF of ${columns} ${columns === 1 ? 'column' : 'columns'}, laid out by LibreOffice (${orders.length})`,
  );
  reportAverageAndWorst(print, 'order agreement', orders, { average: 0.95, worst: 0.95 });
  const bounds = columns > 3 ? { average: 0.7, worst: 0.6 } : { average: 0.9, worst: 0.8 };
  reportAverageAndWorst(print, 'whole paragraphs', paragraphs, bounds);
  if (rows.length > 0)
    reportAverageAndWorst(print, 'whole rows of tables', rows, { average: 0.97, worst: 0.95 });
}
