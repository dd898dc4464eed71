import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import readability from '@mozilla/readability/Readability.js?raw';
import { z } from 'zod';
import type { DraftProposal } from '../../../shared/import/proposal';
import { collapseWhitespace } from '../../../shared/text/format/collapse-whitespace';
import {
  getAverage,
  type Print,
  reportAtLeast,
  reportAverageAndWorst,
  type ScoredFile,
} from '../support/report-metrics';
import { type ImportBench, importThrough } from './built-app';
import { extractReadableText, getHtmlText } from './read-html-in-page';
import { getF1, splitWords } from './text-metrics';

const metadataSchema = z.object({ title: z.string().nullable(), byline: z.string().nullable() });

/** The names of a byline, without a "by" before them. */
const stripByPrefix = (byline: string | null) => collapseWhitespace(byline ?? '').replace(/^by:? /i, '');

function startsWith(words: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((word, index) => words[index] === word);
}

/** The words of the draft, without the title when the importer added it before the article. */
function getArticleWords(
  { title, text, blocks: [first, second] }: DraftProposal,
  expected: string[],
): string[] {
  const words = splitWords(text);
  const titleWords = splitWords(title);
  const startsWithTitle =
    first?.kind === 'heading' && splitWords(text.slice(0, first.end)).join() === titleWords.join();
  if (!startsWithTitle || !second) return words;
  const others = splitWords(text.slice(second.start));
  // The article itself may start with the words of its title.
  const isAdded = !startsWith(expected, titleWords) || startsWith(others, titleWords);
  return isAdded ? others : words;
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
  const { title, byline } = metadataSchema.parse(JSON.parse(json));
  const pairs = [
    { field: 'title', expected: collapseWhitespace(title ?? ''), found: collapseWhitespace(proposal.title) },
    { field: 'byline', expected: stripByPrefix(byline), found: stripByPrefix(proposal.byline) },
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
    const expected = splitWords(await blankPage.evaluate(getHtmlText, read('expected.html')));
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
    scores.push({ name, score: getF1(expected, getArticleWords(result.proposal, expected)) });
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
