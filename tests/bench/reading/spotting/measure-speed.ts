import { readText } from '../../../../shared/reading/read-text';
import { spotSpans } from '../../../../shared/spotting/spot-spans';
import { loadTagger } from '../../../../shared/spotting/tagging/load-tagger';
import { median } from '../../support/measure';
import { type Print, reportAtMost } from '../../support/report-metrics';
import type { CorpusArticle } from './corpus-articles';

const rounds = 31;

/** How often the code runs before it is measured: a window keeps it warm. The first pass is printed as well. */
const warmUpRounds = 30;

/** The longest accepted time for a sentence, in milliseconds. */
const maxSentenceMs = 0.05;

/**
 * Measures spotting with a tagger, and without one, by turns with a bare pass of the platform's word segmenter over the same
 * sentences.
 */
export async function measureSpeed(print: Print, documents: readonly CorpusArticle[]): Promise<void> {
  const loadingStart = performance.now();
  const tagger = await loadTagger('en');
  print(`  loading the tagger: ${(performance.now() - loadingStart).toFixed(0)} ms`);
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  const count = documents.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const spotting: number[] = [];
  const tagged: number[] = [];
  const segmenting: number[] = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const start = performance.now();
    for (const { draft, sentences } of documents) spotSpans(readText(draft, sentences));
    const tagging = performance.now();
    for (const { draft, sentences } of documents) spotSpans(readText(draft, sentences), tagger);
    const middle = performance.now();
    let words = 0;
    for (const { draft, sentences } of documents)
      for (const sentence of sentences)
        for (const { isWordLike } of segmenter.segment(draft.text.slice(sentence.start, sentence.end)))
          if (isWordLike) words += 1;
    const end = performance.now();
    if (round === -warmUpRounds)
      print(`  first pass over ${count} sentences: ${(tagging - start).toFixed(0)} ms by rules alone`);
    if (round < 0 || words === 0) continue;
    spotting.push((tagging - start) / count);
    tagged.push((middle - tagging) / count);
    segmenting.push((end - middle) / count);
  }
  const bare = median(segmenting);
  for (const [what, times] of [
    ['by rules alone', spotting],
    ['with the tagger', tagged],
  ] as const) {
    const value = median(times);
    reportAtMost(print, {
      what: `spotting ${what}, a sentence`,
      value,
      bound: maxSentenceMs,
      digits: 4,
      unit: ' ms',
      beside: `${(value / bare).toFixed(2)} x a bare pass of Intl.Segmenter by words (${bare.toFixed(4)} ms); ${count} sentences`,
    });
  }
}
