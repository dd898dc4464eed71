import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import readability from '@mozilla/readability/Readability.js?raw';
import { z } from 'zod';
import type { DraftProposal } from '../../../shared/import/proposal';
import { type ImportBench, importThrough } from './built-app';
import { getF1, splitWords } from './text-metrics';
import { getHtmlText, extractReadableText } from './read-html-in-page';
import { getAverage, type Print, reportAtLeast, reportAverageAndWorst, type ScoredFile } from '../support/report-metrics';

const metadataSchema = z.object({ title: z.string().nullable(), byline: z.string().nullable() });

const onOneLine = (value: string | null) => (value ?? '').replace(/\s+/g, ' ').trim();
/** The names of a byline, without a "by" before them. */
const stripByPrefix = (byline: string | null) => onOneLine(byline).replace(/^by:? /i, '');

function beginsWith(words: readonly string[], first: readonly string[]): boolean {
  return first.every((word, at) => words[at] === word);
}

/** The words of the draft, without the title when the importer added it before the article. */
function getArticleWords(
  { title, text, blocks: [first, second] }: DraftProposal,
  expected: string[],
): string[] {
  const words = splitWords(text);
  const titleWords = splitWords(title);
  const beginsWithTitle =
    first?.kind === 'heading' && splitWords(text.slice(0, first.end)).join() === titleWords.join();
  if (!beginsWithTitle || !second) return words;
  const others = splitWords(text.slice(second.start));
  // An article may begin with the words of its title by chance.
  const isAdded = !beginsWith(expected, titleWords) || beginsWith(others, titleWords);
  return isAdded ? others : words;
}

interface MetadataComparison {
  expected: number;
  wrong: string[];
}

/** Compares title and byline where they are expected. */
function compareMetadata(
  name: string,
  proposal: DraftProposal,
  json: string,
  comparison: MetadataComparison,
): void {
  const { title, byline } = metadataSchema.parse(JSON.parse(json));
  const pairs = [
    { field: 'title', expected: onOneLine(title), found: onOneLine(proposal.title) },
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
  const [lowest] = baselineScores.toSorted((a, b) => a.score - b.score);
  const beside = `Readability ${getAverage(baselineScores).toFixed(3)}, its worst ${lowest?.score.toFixed(3)} ${lowest?.name}`;
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
