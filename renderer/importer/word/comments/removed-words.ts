import { maxProseLength } from '../../../../shared/domain/primitives';
import { collapseWhitespace } from '../../../../shared/text/format/collapse-whitespace';
import { shorten } from '../../../../shared/text/format/shorten';
import type { RemovedWords } from '../reading/reading-state';

/** How much of them is quoted, in UTF-16 code units. */
const maxQuoteLength = 300;

/** Adds to the note of a claim that its comment is about words that the article does not have. */
export function describeRemovedWords(note: string | null, removed: RemovedWords | undefined): string | null {
  const words = shorten(collapseWhitespace(removed?.text ?? ''), maxQuoteLength);
  if (words === '') return note;
  const line = `(on ${removed?.areDeleted ? 'deleted words' : 'words that were left out'}: “${words}”)`;
  const full = note === null ? line : `${note}\n${line}`;
  return full.length <= maxProseLength ? full : note;
}
