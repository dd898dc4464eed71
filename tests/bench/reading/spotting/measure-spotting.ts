import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Print } from '../../support/report-metrics';
import { readLabelledArticles } from './labelled-articles';
import { parseLabelledLines } from './labelled-set';
import { measureRanking } from './measure-ranking';
import { measureSpeed } from './measure-speed';

const fixtures = join('tests', 'fixtures', 'spotting');

/** Measures how well sentences are ranked, and how fast spans are found. `labels` names a file of labelled sentences, if any. */
export async function measureSpotting(print: Print, labels: string | null): Promise<void> {
  print('Spotting');
  if (labels !== null) {
    const documents = parseLabelledLines(readFileSync(labels, 'utf8'));
    measureRanking(print, labels, documents);
    await measureSpeed(print, documents);
    return;
  }
  const speeches = ['development', 'held-out'].map((part) => ({
    part,
    documents: parseLabelledLines(readFileSync(join(fixtures, `speeches-${part}.tsv`), 'utf8')),
  }));
  for (const { part, documents } of speeches) measureRanking(print, `invented speeches (${part})`, documents);
  const corpora = process.env.STET_CORPORA;
  const articles =
    corpora && existsSync(corpora)
      ? readLabelledArticles(corpora, readFileSync(join(fixtures, 'articles.tsv'), 'utf8'))
      : [];
  if (articles.length > 0) measureRanking(print, 'real articles', articles);
  else print('  Skipped: real articles; STET_CORPORA names no folder that has them.');
  await measureSpeed(print, articles.length > 0 ? articles : speeches.flatMap(({ documents }) => documents));
}
