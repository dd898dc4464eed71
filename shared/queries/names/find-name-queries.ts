import type { ReadText } from '#shared/reading/read-text.ts';
import type { Query } from '../base/query.ts';
import { findUnpairedMarks } from '../base/unpaired-marks.ts';
import { findLateIntroductions } from './late-introductions.ts';
import { listNameWords } from './name-words.ts';
import { findTwoSpellings } from './two-spellings.ts';

/**
 * Finds names that contradict each other and unpaired quotation marks, in order of the first place. Takes time linear in the length
 * of any text.
 */
export function findNameQueries(read: ReadText): Query[] {
  const names = listNameWords(read);
  return [
    ...findTwoSpellings(read.draft, names),
    ...findLateIntroductions(read.draft, names),
    ...findUnpairedMarks(read),
  ].sort((a, b) => a.places[0].start - b.places[0].start);
}
