import { createRemovedWordsRemark } from '../../../../shared/import/annotations/annotation';
import { shorten } from '../../../../shared/text/format/shorten';
import type { RemovedWords } from '../reading/reading-state';

/** How much of them is quoted, in UTF-16 code units. */
const maxQuoteLength = 300;

/** Says that a comment is about words that the article does not have; null when it is about none. */
export function describeRemovedWords(removed: RemovedWords | undefined): string | null {
  const words = shorten(removed?.text ?? '', maxQuoteLength);
  return words === '' ? null : createRemovedWordsRemark(words, removed?.areDeleted ?? false);
}
