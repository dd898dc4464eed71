import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { type Print, reportAtLeast } from '../../../support/report-metrics';
import { type ImportBench, importThrough } from '../../app/built-app';
import { getArticleText } from '../get-article-text';
import { averageScores, type PageScore, scorePage } from './shingles';

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
    ...{ what: `F1 of shingles, ${how}`, value: f1, bound: minF1, digits: 3 },
    beside: `precision ${precision.toFixed(3)}`,
  });
  reportAtLeast(print, { what: `recall, ${how}`, value: recall, bound: minRecall, digits: 3 });
  const sum = (score: PageScore) => score.precision + score.recall;
  for (const { name, ...score } of scores.toSorted((a, b) => sum(a) - sum(b)).slice(0, 5))
    print(
      `    ${name.slice(0, 8)}: precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)}`,
    );
}
