import { median } from '../../support/measure';
import { type Print, reportAtLeast, reportAtMost } from '../../support/report-metrics';
import { type ImportBench, importThrough } from '../app/built-app';
import type { ImportTiming } from '../app/time-import-in-page';
import { timePreview } from '../app/time-preview';
import { splitWords } from '../text-metrics';
import { compareComments, readWordContent } from '../word/measure-word-documents';
import { commentCount, generateDocx, noteCount } from './generate-docx';
import { generatePage, generatePdf } from './generate-files';

const rounds = 5;

/** How long the window is at rest before each import, and how long it may take to respond during one. */
const restMs = 300;
const maxWaitMs = 50;

interface Timings {
  durationsMs: number[];
  longestWaitAtRestMs: number;
  longestWaitMs: number;
}

function addTiming(timings: Timings, timing: Omit<ImportTiming, 'answer'>): void {
  timings.durationsMs.push(timing.durationMs);
  timings.longestWaitAtRestMs = Math.max(timings.longestWaitAtRestMs, timing.longestWaitAtRestMs);
  timings.longestWaitMs = Math.max(timings.longestWaitMs, timing.longestWaitMs);
}

const createTimings = (): Timings => ({ durationsMs: [], longestWaitAtRestMs: 0, longestWaitMs: 0 });

/** Imports a file several times, after once to warm up. */
async function timeImports({ page }: ImportBench, name: string, bytes: Uint8Array) {
  const first = await importThrough(page, name, bytes, restMs);
  if (!first.result.ok) throw new Error(`${name}: ${first.result.problem.message}`);
  const timings = createTimings();
  for (let round = 0; round < rounds; round += 1)
    addTiming(timings, await importThrough(page, name, bytes, restMs));
  return { proposal: first.result.proposal, ...timings };
}

/** Drops a file several times, after once to warm up. */
async function timePreviews({ page }: ImportBench, name: string, bytes: Uint8Array) {
  await timePreview(page, name, bytes, restMs);
  const timings = createTimings();
  for (let round = 0; round < rounds; round += 1)
    addTiming(timings, await timePreview(page, name, bytes, restMs));
  return timings;
}

/** Measures how fast generated files are imported, and how fast the window responds meanwhile. */
export async function measureSpeed(bench: ImportBench, print: Print): Promise<void> {
  print(`Speed (median of ${rounds}; the window's responses: the longest of all)`);
  const line = new TextEncoder().encode('One line, and no more.\n');
  const start = await timeImports(bench, 'line.txt', line);
  const startMs = median(start.durationsMs);
  print(`  one line of text, to start the importer: ${startMs.toFixed(0)} ms`);
  reportWaits(print, start);
  const dialog = await timePreviews(bench, 'line.txt', line);
  print(`    dropped until its preview is painted: ${median(dialog.durationsMs).toFixed(0)} ms`);
  reportWaits(print, dialog);
  const docx = generateDocx();
  const files = [
    { what: '10,000-word .docx', name: 'long.docx', bytes: docx, bound: 1_000 },
    { what: '50-page PDF', name: 'long.pdf', bytes: generatePdf(), bound: 3_000 },
    { what: '1 MB web page', name: 'long.html', bytes: generatePage(), bound: 1_000 },
  ];
  for (const { what, name, bytes, bound } of files) {
    const { proposal, ...timings } = await timeImports(bench, name, bytes);
    const words = splitWords(proposal.text).length;
    const value = median(timings.durationsMs);
    const beside = `${(value / startMs).toFixed(1)} x one line; slowest ${Math.max(...timings.durationsMs).toFixed(0)} ms; ${words} words`;
    reportAtMost(print, { what, value, bound, unit: ' ms', beside });
    reportWaits(print, timings);
    const preview = await timePreviews(bench, name, bytes);
    reportAtMost(print, {
      what: '  dropped until its preview is painted',
      value: median(preview.durationsMs),
      bound,
      unit: ' ms',
    });
    reportWaits(print, preview);
    if (bytes !== docx) continue;
    const compared = compareComments(proposal, await readWordContent(bench.blankPage, docx));
    const notes = proposal.blocks.filter(({ kind }) => kind === 'note').length;
    reportAtLeast(print, {
      what: '  its comments on their text',
      value: compared.total - compared.lost.length,
      bound: commentCount,
    });
    reportAtLeast(print, { what: '  its footnotes', value: notes, bound: noteCount });
  }
}

/** Reports the longest wait for the window, compared with that at rest, since other programs may delay it as well. */
function reportWaits(print: Print, { longestWaitMs, longestWaitAtRestMs }: Timings): void {
  const beside = `at rest ${longestWaitAtRestMs.toFixed(0)} ms`;
  reportAtMost(print, {
    what: '  the window meanwhile',
    value: longestWaitMs,
    bound: maxWaitMs,
    unit: ' ms',
    beside,
  });
}
