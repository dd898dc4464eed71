import { isWrittenIn } from '../../../import/credits/written-in';
import type { DraftText } from '../../../text/draft-text';

/** A language whose numbers and words the rules read in full; `other` languages have their digits read. */
export type NumberLanguage = 'en' | 'de' | 'other';

/** The language of a draft by its tag, or by its frequent words where it has none. */
export function getNumberLanguage({ text, language }: DraftText): NumberLanguage {
  const [tag] = (language ?? '').toLowerCase().split('-');
  if (tag === 'en' || tag === 'de') return tag;
  if (tag !== '' && tag !== 'und') return 'other';
  if (isWrittenIn(text, 'en')) return 'en';
  return isWrittenIn(text, 'de') ? 'de' : 'other';
}
