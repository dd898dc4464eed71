import type { Span } from '../../text/span';
import type { Query } from '../query';
import { findUnpairedMarks } from '../unpaired-marks';
import { findLateIntroductions } from './late-introductions';
import { listNameWords, type QueryText } from './name-words';
import { findTwoSpellings } from './two-spellings';

/**
 * Names and quotation marks that contradict each other, in order of the first place. The sentences are those of the whole draft, in
 * order. The time grows with the length of the text, whatever is in it.
 */
export function findNameQueries(draft: QueryText, sentences: readonly Span[]): Query[] {
  const names = listNameWords(draft, sentences);
  return [
    ...findTwoSpellings(draft, names),
    ...findLateIntroductions(draft, names),
    ...findUnpairedMarks(draft),
  ].sort((a, b) => a.places[0].start - b.places[0].start);
}
