import type { Review } from '../../domain/review/review';
import type { SearchedPart } from './search/occurrence';

/** Lists what was quoted and noted of each source, under the source's id. */
export function listSourceTexts(review: Review): SearchedPart[] {
  const texts = new Map<string, string[]>();
  for (const { sourceId, quote, note } of review.evidence.values()) {
    const ofSource = texts.get(sourceId) ?? [];
    ofSource.push(quote ?? '', note ?? '');
    texts.set(sourceId, ofSource);
  }
  return Array.from(texts, ([name, ofSource]) => ({ name, text: ofSource.join('\n') }));
}
