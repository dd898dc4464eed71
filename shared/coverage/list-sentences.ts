import type { DraftText } from '../text/draft-text';
import { findSentences } from '../text/segmenter/sentences';
import type { Span } from '../text/span';

const letterOrNumber = /[\p{L}\p{N}]/u;

/** Whether a part of the text, in UTF-16 offsets, has anything that can be checked. A line of asterisks has not. */
export function isReadable(text: string, { start, end }: Span): boolean {
  return letterOrNumber.test(text.slice(start, end));
}

/** The sentences of some blocks that can be checked, in order, in UTF-16 offsets. Headings, captions, notes and cells have theirs. */
export function listSentences(
  { text, language }: Pick<DraftText, 'text' | 'language'>,
  blocks: readonly Span[],
  find: typeof findSentences = findSentences,
): Span[] {
  return blocks.flatMap((block) =>
    isReadable(text, block)
      ? find(text, block, language).filter((sentence) => isReadable(text, sentence))
      : [],
  );
}
