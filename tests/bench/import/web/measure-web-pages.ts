import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import readability from '@mozilla/readability/Readability.js?raw';
import { z } from 'zod';
import type { DraftProposal } from '../../../../shared/import/proposal';
import { collapseWhitespace } from '../../../../shared/text/format/wording';
import {
  getAverage,
  type Print,
  reportAtLeast,
  reportAverageAndWorst,
  type ScoredFile,
} from '../../support/report-metrics';
import { type ImportBench, importThrough } from '../app/built-app';
import { getF1, splitWords } from '../text-metrics';
import { getArticleText } from './get-article-text';
import { extractReadableText, getHtmlText } from './read-html-in-page';

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
