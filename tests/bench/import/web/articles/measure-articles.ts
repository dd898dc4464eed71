import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { factNames, type Weights, weights } from '../../../../../renderer/importer/web/article/weights';
import { type Print, reportAtLeast, reportAtMost } from '../../../support/report-metrics';
import { type ImportBench, importThrough } from '../../app/built-app';
import { getArticleText } from '../get-article-text';
import { bundleForPage } from './bundle-for-page';
import { averageScores, type PageScore, scorePage } from './shingles';
import { type MarkedPage, trainWeights } from './train-weights';

const groundTruthSchema = z.record(z.string(), z.object({ articleBody: z.string() }));
const minF1 = 0.97;
const minRecall = 0.985;
const folds = 5;
/** A weight in the code may differ from the trained one by rounding. */
const maxRounding = 0.01;

/** Compares the articles of pages with what people marked on them: by the whole importer, and by weights that never saw the page. */
export async function measureArticles(
  { page, blankPage }: ImportBench,
  folder: string,
  print: Print,
): Promise<void> {
  const marked = groundTruthSchema.parse(JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')));
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.html.gz'))
    .toSorted();
  print(`Articles on web pages, marked by people (${names.length})`);
  await blankPage.evaluate(await bundleForPage('tests/bench/import/web/articles/articles-in-page.ts'));
  const whole: PageScore[] = [];
  const pages: MarkedPage[] = [];
  for (const file of names) {
    const name = file.replace(/\.html\.gz$/, '');
    const articleBody = marked[name]?.articleBody ?? '';
    const bytes = gunzipSync(readFileSync(join(folder, file)));
    const { result } = await importThrough(page, `${name}.html`, bytes);
    whole.push(scorePage(name, articleBody, result.ok ? getArticleText(result.proposal, articleBody) : ''));
    const html = bytes.toString('utf8');
    pages.push({
      name,
      articleBody,
      blocks: await blankPage.evaluate(([key, text]) => listCandidates(key, text), [name, html] as const),
    });
  }
  report(print, 'as imported', whole);
  report(print, `${folds}-fold`, await scoreUnseen(blankPage, pages));
  reportWeights(print, trainWeights(pages));
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

/** Scores each page by weights that were trained on the other four fifths. */
async function scoreUnseen(
  blankPage: ImportBench['blankPage'],
  pages: readonly MarkedPage[],
): Promise<PageScore[]> {
  const scores: PageScore[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const trained = trainWeights(pages.filter((_page, index) => index % folds !== fold));
    for (const { name, articleBody } of pages.filter((_page, index) => index % folds === fold)) {
      const text = await blankPage.evaluate(([key, weigh]) => readArticle(key, weigh), [
        name,
        trained,
      ] as const);
      scores.push(scorePage(name, articleBody, text));
    }
  }
  return scores;
}

/** Says whether the weights in the code are those that all pages give, and which they would be otherwise. */
function reportWeights(print: Print, trained: Weights): void {
  const differences = factNames.map((name) => Math.abs(weights[name] - trained[name]));
  reportAtMost(print, {
    what: 'difference of a weight from training',
    value: Math.max(...differences),
    bound: maxRounding,
    digits: 3,
  });
  if (Math.max(...differences) > maxRounding)
    for (const name of factNames) print(`    ${name}: ${trained[name].toFixed(2)},`);
}
