import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import readability from '@mozilla/readability/Readability.js?raw';
import { z } from 'zod';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import {
  getAverage,
  type Print,
  reportAtLeast,
  reportAverageAndWorst,
  type ScoredFile,
} from '../support/report-metrics.ts';
import { type ImportBench, importThrough } from './built-app.ts';
import { getF1, splitWords } from './text-metrics.ts';

/** Functions that run inside a blank page. They are sent there as source text, so each of them is self-contained. */

declare global {
  /** Mozilla's Readability. Its source must have been run in the page. */
  var Readability: (new (page: Document) => { parse(): { textContent: string } | null }) | undefined;
}

/** The whole text of a page. */
function getHtmlText(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

/** The text of the article that Readability alone finds on a page. */
function extractReadableText(html: string): string {
  const { Readability } = globalThis;
  if (!Readability) throw new Error('Readability is not in the page');
  const page = new DOMParser().parseFromString(html, 'text/html');
  return new Readability(page).parse()?.textContent ?? '';
}

function startsWith(words: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((word, index) => words[index] === word);
}

/** The text of the draft, without the title when the importer added it before the article. */
function getArticleText({ title, text, blocks: [first, second] }: DraftProposal, expected: string): string {
  const titleWords = splitWords(title);
  const startsWithTitle =
    first?.kind === 'heading' && splitWords(text.slice(0, first.end)).join() === titleWords.join();
  if (!startsWithTitle || !second) return text;
  const others = text.slice(second.start);
  // The article itself may start with the words of its title.
  const isAdded = !startsWith(splitWords(expected), titleWords) || startsWith(splitWords(others), titleWords);
  return isAdded ? others : text;
}

/** The measure of the article extraction benchmark (Scrapinghub): shingles of four words, each as often as it occurs. */
const shingleLength = 4;

interface PageScore {
  name: string;
  /** 0 to 1. */
  precision: number;
  recall: number;
}

/** The words of a text, with the case that they have. */
function splitShingleWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** Counts the shingles of a text; a shorter text is one shingle. */
function countShingles(text: string): Map<string, number> {
  const words = splitShingleWords(text);
  const counts = new Map<string, number>();
  for (let start = 0; start < Math.max(1, words.length - shingleLength + 1); start += 1) {
    const shingle = words.slice(start, start + shingleLength).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function scorePage(name: string, expected: string, found: string): PageScore {
  const [expectedCounts, foundCounts] = [countShingles(expected), countShingles(found)];
  let common = 0;
  for (const [shingle, count] of foundCounts) common += Math.min(count, expectedCounts.get(shingle) ?? 0);
  const sum = (counts: Map<string, number>) =>
    [...counts.values()].reduce((total, count) => total + count, 0);
  return { name, precision: common / sum(foundCounts), recall: common / sum(expectedCounts) };
}

/** The averages over pages, and the F1 of the averages. */
function averageScores(scores: readonly PageScore[]): {
  precision: number;
  recall: number;
  f1: number;
} {
  const average = (get: (score: PageScore) => number) =>
    scores.reduce((sum, score) => sum + get(score), 0) / Math.max(1, scores.length);
  const precision = average((score) => score.precision);
  const recall = average((score) => score.recall);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

const groundTruthSchema = z.record(z.string(), z.object({ articleBody: z.string() }));
const minF1 = 0.97;
const minRecall = 0.985;

/** Compares the articles of pages with what people marked on them. */
export async function measureArticles({ page }: ImportBench, folder: string, print: Print): Promise<void> {
  const marked = groundTruthSchema.parse(JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')));
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.html.gz'))
    .toSorted();
  print(`Articles on web pages, marked by people (${names.length})`);
  const whole: PageScore[] = [];
  for (const file of names) {
    const name = file.replace(/\.html\.gz$/, '');
    const articleBody = marked[name]?.articleBody ?? '';
    const bytes = gunzipSync(readFileSync(join(folder, file)));
    const { result } = await importThrough(page, `${name}.html`, bytes);
    whole.push(scorePage(name, articleBody, result.ok ? getArticleText(result.proposal, articleBody) : ''));
  }
  report(print, 'as imported', whole);
}

function report(print: Print, how: string, scores: readonly PageScore[]): void {
  const { precision, recall, f1 } = averageScores(scores);
  reportAtLeast(print, {
    what: `F1 of shingles, ${how}`,
    value: f1,
    bound: minF1,
    digits: 3,
    beside: `precision ${precision.toFixed(3)}`,
  });
  reportAtLeast(print, { what: `recall, ${how}`, value: recall, bound: minRecall, digits: 3 });
  const sum = (score: PageScore) => score.precision + score.recall;
  for (const { name, ...score } of scores.toSorted((a, b) => sum(a) - sum(b)).slice(0, 5))
    print(
      `    ${name.slice(0, 8)}: precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)}`,
    );
}

const metadataSchema = z.object({
  title: z.string().nullable(),
  byline: z.string().nullable(),
  siteName: z.string().nullish(),
});

/** The names of a byline, without "by" before them and a date behind; nothing when it is only a date. */
function getNames(byline: string | null): string {
  const names = collapseWhitespace(byline ?? '').replace(/^by:? /i, '');
  return /^last updated/i.test(names) ? '' : names.replace(/ \p{L}+ \d{1,2}, \d{4}$/u, '');
}

/** A title without the name of the site behind it, which the corpus leaves in some. */
function getTitle(title: string | null, siteName: string): string {
  const line = collapseWhitespace(title ?? '');
  const parts = line.split(/ [|–—-] /);
  const last = parts.at(-1) ?? '';
  return parts.length > 1 && last.toLowerCase() === siteName.toLowerCase()
    ? line.slice(0, line.length - last.length - ' | '.length)
    : line;
}

interface MetadataComparison {
  expected: number;
  wrong: string[];
}

/** Compares the title and the byline, if the page is expected to have them. */
function compareMetadata(
  name: string,
  proposal: DraftProposal,
  json: string,
  comparison: MetadataComparison,
): void {
  const { title, byline, siteName } = metadataSchema.parse(JSON.parse(json));
  const pairs = [
    { field: 'title', expected: getTitle(title, siteName ?? ''), found: collapseWhitespace(proposal.title) },
    { field: 'byline', expected: getNames(byline), found: proposal.byline ?? '' },
  ];
  for (const { field, expected, found } of pairs.filter((pair) => pair.expected !== '')) {
    comparison.expected += 1;
    if (expected !== found) comparison.wrong.push(`${name}: ${field} "${found}", not "${expected}"`);
  }
}

/** Compares the articles of saved pages with the text that people agreed on, and with what Readability alone finds. */
export async function measureWebPages(
  { page, blankPage }: ImportBench,
  folder: string,
  print: Print,
): Promise<void> {
  await blankPage.evaluate(readability);
  const scores: ScoredFile[] = [];
  const baselineScores: ScoredFile[] = [];
  const comparison: MetadataComparison = { expected: 0, wrong: [] };
  const names = readdirSync(folder).toSorted();
  print(`Web pages (${names.length})`);
  for (const name of names) {
    const read = (file: string) => readFileSync(join(folder, name, file), 'utf8');
    const expectedText = await blankPage.evaluate(getHtmlText, read('expected.html'));
    const expected = splitWords(expectedText);
    baselineScores.push({
      name,
      score: getF1(expected, splitWords(await blankPage.evaluate(extractReadableText, read('source.html')))),
    });
    const bytes = readFileSync(join(folder, name, 'source.html'));
    const { result } = await importThrough(page, `${name}.html`, bytes);
    if (!result.ok) {
      print(`  refused: ${name}: ${result.problem.message}`);
      scores.push({ name, score: 0 });
      continue;
    }
    scores.push({ name, score: getF1(expected, splitWords(getArticleText(result.proposal, expectedText))) });
    compareMetadata(name, result.proposal, read('expected-metadata.json'), comparison);
  }
  const [worstBaseline] = baselineScores.toSorted((a, b) => a.score - b.score);
  const beside = `Readability ${getAverage(baselineScores).toFixed(3)}, its worst ${worstBaseline?.score.toFixed(3)} ${worstBaseline?.name}`;
  reportAverageAndWorst(print, 'word F1', scores, { average: 0.98, worst: 0.85 }, beside);
  const right = comparison.expected - comparison.wrong.length;
  const share = { value: (100 * right) / comparison.expected, bound: 95, digits: 1, unit: ' %' };
  reportAtLeast(print, {
    what: 'titles and bylines right',
    ...share,
    beside: `${right} of ${comparison.expected}`,
  });
  for (const wrong of comparison.wrong) print(`    ${wrong}`);
}
