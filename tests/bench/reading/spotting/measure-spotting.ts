import { existsSync } from 'node:fs';
import { readText } from '../../../../shared/reading/read-text';
import { spotSpans } from '../../../../shared/spotting/spot-spans';
import { countWords } from '../../../../shared/text/segmenter/words';
import { type Print, reportAtMost } from '../../support/report-metrics';
import { readArticles } from './corpus-articles';
import { measureSpeed } from './measure-speed';

/** The most spans in 100 words: more would be a page of underlines. */
const maxPer100Words = 3.5;

/** Measures how many spans are found in real articles, and how fast. */
export async function measureSpotting(print: Print): Promise<void> {
  print('Spotting');
  const corpora = process.env.STET_CORPORA;
  const articles = corpora && existsSync(corpora) ? readArticles(corpora) : [];
  if (articles.length === 0) {
    print('  Skipped: STET_CORPORA names no folder that has articles.');
    return;
  }
  const words = articles.reduce((sum, { draft }) => sum + countWords(draft.text), 0);
  const spans = articles.reduce(
    (sum, { draft, sentences }) => sum + spotSpans(readText(draft, sentences)).length,
    0,
  );
  const value = (spans / words) * 100;
  reportAtMost(print, { what: 'spans in 100 words', value, bound: maxPer100Words, digits: 2 });
  await measureSpeed(print, articles);
}
