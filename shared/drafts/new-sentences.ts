import type { DraftText } from '../alignment/tokens/draft-text';
import { sentencesIn } from '../text/segmenter/sentences';
import { compareSpans, type Span } from '../text/span';
import type { Comparison } from './compare/diff-hunks';

const wordlike = /[\p{L}\p{N}]/u;

/** The words that are new in the later draft, in order: signs alone are none. UTF-16 offsets into its text. */
export function newWords({ text }: Pick<DraftText, 'text'>, comparison: Comparison): Span[] {
  return comparison.flatMap(({ kind, after }) =>
    kind === 'added' && after && wordlike.test(text.slice(after.start, after.end)) ? [after] : [],
  );
}

/** The sentences of the later draft that hold new words, in order; UTF-16 offsets into its text. */
export function newSentences(draft: DraftText, comparison: Comparison): Span[] {
  const { text, blocks, language } = draft;
  const added = newWords(draft, comparison);
  let at = 0;
  const startsBefore = (offset: number) => (added[at]?.start ?? offset) < offset;
  const skipTo = (offset: number) => {
    while (startsBefore(offset) && (added[at]?.end ?? 0) <= offset) at += 1;
  };
  return blocks.flatMap((block) => {
    skipTo(block.start);
    if (!startsBefore(block.end)) return [];
    return sentencesIn(text, block, language).filter(({ start, end }) => {
      skipTo(start);
      return startsBefore(end);
    });
  });
}

/** Those of the sentences, which must be in order, that none of the spans touches. */
export function untouched(sentences: readonly Span[], touching: readonly { span: Span }[]): Span[] {
  const spans = touching.map(({ span }) => span).sort(compareSpans);
  let at = 0;
  let reached = 0;
  return sentences.filter(({ start, end }) => {
    for (; (spans[at]?.start ?? end) < end; at += 1) reached = Math.max(reached, spans[at]?.end ?? 0);
    return reached <= start;
  });
}
