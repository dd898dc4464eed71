import type { ReadText } from '../../reading/read-text';
import type { Query } from '../query';
import { findUnpairedMarks } from '../unpaired-marks';
import { findLateIntroductions } from './late-introductions';
import { listNameWords } from './name-words';
import { findTwoSpellings } from './two-spellings';

/**
 * Names and quotation marks that contradict each other, in order of the first place. The time grows with the length of the text, whatever is in it.
 */
export function findNameQueries(read: ReadText): Query[] {
  const names = listNameWords(read);
  return [
    ...findTwoSpellings(read.draft, names),
    ...findLateIntroductions(read.draft, names),
    ...findUnpairedMarks(read),
  ].sort((a, b) => a.places[0].start - b.places[0].start);
}
