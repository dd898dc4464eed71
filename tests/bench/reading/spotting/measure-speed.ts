import { spotSpans } from '../../../../shared/spotting/spot-spans';
import { median } from '../../support/measure';
import { type Print, reportAtMost } from '../../support/report-metrics';
import type { LabelledDocument } from './labelled-set';

const rounds = 31;

/** The longest accepted time for a sentence, in milliseconds. */
const maxSentenceMs = 0.05;

/** Measures spotting by turns with a bare pass of the platform's word segmenter over the same sentences. */
export function measureSpeed(print: Print, documents: readonly LabelledDocument[]): void {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  const count = documents.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const spotting: number[] = [];
  const segmenting: number[] = [];
  for (let round = -5; round < rounds; round += 1) {
    const start = performance.now();
    for (const { draft, sentences } of documents) spotSpans(draft, sentences);
    const middle = performance.now();
    let words = 0;
    for (const { draft, sentences } of documents)
      for (const sentence of sentences)
        for (const { isWordLike } of segmenter.segment(draft.text.slice(sentence.start, sentence.end)))
          if (isWordLike) words += 1;
    const end = performance.now();
    if (round < 0 || words === 0) continue;
    spotting.push((middle - start) / count);
    segmenting.push((end - middle) / count);
  }
  const value = median(spotting);
  const bare = median(segmenting);
  reportAtMost(print, {
    what: `spotting, ${count} sentences, each`,
    ...{ value, bound: maxSentenceMs, digits: 4, unit: ' ms' },
    beside: `${(value / bare).toFixed(2)} x a bare pass of Intl.Segmenter by words (${bare.toFixed(4)} ms)`,
  });
}
