import type { DraftText } from '../text/draft-text.ts';
import { findCachedSentences } from '../text/segmenter/sentences-around.ts';
import type { Span } from '../text/span.ts';
import type { Comparison } from './hunk.ts';

const letterOrNumber = /[\p{L}\p{N}]/u;

/** The added words of the later draft in order, without punctuation alone; UTF-16 offsets into its text. */
export function findNewWords({ text }: Pick<DraftText, 'text'>, comparison: Comparison): Span[] {
  return comparison.flatMap(({ kind, after }) =>
    kind === 'added' && after && letterOrNumber.test(text.slice(after.start, after.end)) ? [after] : [],
  );
}

/** The sentences of the later draft that hold added words, in order; UTF-16 offsets into its text. */
export function findNewSentences(draft: DraftText, comparison: Comparison): Span[] {
  const { text, blocks, language } = draft;
  const added = findNewWords(draft, comparison);
  let next = 0;
  const nextStartsBefore = (offset: number) => (added[next]?.start ?? offset) < offset;
  const skipTo = (offset: number) => {
    while (nextStartsBefore(offset) && (added[next]?.end ?? 0) <= offset) next += 1;
  };
  return blocks.flatMap((block) => {
    skipTo(block.start);
    if (!nextStartsBefore(block.end)) return [];
    return findCachedSentences(text, block, language).filter(({ start, end }) => {
      skipTo(start);
      return nextStartsBefore(end);
    });
  });
}
