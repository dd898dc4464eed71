import type { DraftProposal } from '../../shared/import/proposal';
import { type ImportBench, importThrough } from './import-app';
import { atLeast, atMost, type Print } from './import-figures';
import type { Timed } from './import-in-page';
import { comments, madeDocx, notes } from './import-made-docx';
import { madePage, madePdf } from './import-made-files';
import { wordsOf } from './import-measures';
import { previewOnce } from './import-preview';
import { commentsFound, factsOf } from './import-word';
import { median } from './measure';

const rounds = 5;

/** Milliseconds: the window is at rest before each, and may never take longer to answer. */
const rest = 300;
const longestAnswer = 50;

interface Speed {
  proposal: DraftProposal;
  took: number[];
  quiet: number;
  longest: number;
}

function add(speed: Omit<Speed, 'proposal'>, { took, quiet, longest }: Omit<Timed, 'answer'>): void {
  speed.took.push(took);
  speed.quiet = Math.max(speed.quiet, quiet);
  speed.longest = Math.max(speed.longest, longest);
}

/** Imports a file several times, once before to warm up. */
async function speedOf({ page }: ImportBench, name: string, bytes: Uint8Array): Promise<Speed> {
  const first = await importThrough(page, name, bytes, rest);
  if (!first.imported.ok) throw new Error(`${name}: ${first.imported.problem.message}`);
  const speed: Speed = { proposal: first.imported.proposal, took: [], quiet: 0, longest: 0 };
  for (let round = 0; round < rounds; round += 1) add(speed, await importThrough(page, name, bytes, rest));
  return speed;
}

/** Drops a file several times, once before to warm up. */
async function previewSpeed({ page }: ImportBench, name: string, bytes: Uint8Array) {
  await previewOnce(page, name, bytes, rest);
  const speed: Omit<Speed, 'proposal'> = { took: [], quiet: 0, longest: 0 };
  for (let round = 0; round < rounds; round += 1) add(speed, await previewOnce(page, name, bytes, rest));
  return speed;
}

/** How fast files are imported that the benchmark made itself, and how fast the window answers meanwhile. */
export async function speedFigures(bench: ImportBench, print: Print): Promise<void> {
  print(`Speed (median of ${rounds}; the window's answers: the longest of all)`);
  const line = new TextEncoder().encode('One line, and no more.\n');
  const start = await speedOf(bench, 'line.txt', line);
  const starting = median(start.took);
  print(`  one line of text, the start of it all: ${starting.toFixed(0)} ms`);
  answers(print, start);
  const dialog = await previewSpeed(bench, 'line.txt', line);
  print(`    dropped until its preview is painted: ${median(dialog.took).toFixed(0)} ms`);
  answers(print, dialog);
  const docx = madeDocx();
  const files = [
    { what: '10,000-word .docx', name: 'long.docx', bytes: docx, bound: 1_000 },
    { what: '50-page PDF', name: 'long.pdf', bytes: madePdf(), bound: 3_000 },
    { what: '1 MB web page', name: 'long.html', bytes: madePage(), bound: 1_000 },
  ];
  for (const { what, name, bytes, bound } of files) {
    const { proposal, took, ...waits } = await speedOf(bench, name, bytes);
    const words = wordsOf(proposal.text).length;
    const value = median(took);
    const beside = `${(value / starting).toFixed(1)} x one line; slowest ${Math.max(...took).toFixed(0)} ms; ${words} words`;
    atMost(print, { what, value, bound, unit: ' ms', beside });
    answers(print, waits);
    const preview = await previewSpeed(bench, name, bytes);
    atMost(print, {
      what: '  dropped until its preview is painted',
      value: median(preview.took),
      bound,
      unit: ' ms',
    });
    answers(print, preview);
    if (bytes !== docx) continue;
    const found = commentsFound(proposal, await factsOf(bench.bare, docx));
    const kept = proposal.blocks.filter(({ kind }) => kind === 'note').length;
    atLeast(print, {
      what: '  its comments on their words',
      value: found.all - found.lost.length,
      bound: comments,
    });
    atLeast(print, { what: '  its footnotes', value: kept, bound: notes });
  }
}

/** How long the window took to answer: beside it at rest, since other programs may keep it waiting as well. */
function answers(print: Print, { longest, quiet }: Pick<Speed, 'longest' | 'quiet'>): void {
  const beside = `at rest ${quiet.toFixed(0)} ms`;
  atMost(print, {
    what: '  the window meanwhile',
    value: longest,
    bound: longestAnswer,
    unit: ' ms',
    beside,
  });
}
