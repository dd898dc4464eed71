import { compareSpans, type Span } from '../domain/span';
import { sentencesIn } from '../text/sentences';
import type { Comparison } from './comparison';
import type { DraftText } from './draft-text';

/** The sentences of the later draft that hold words which the earlier had not, in order; UTF-16 offsets into its text. */
export function newSentences({ text, blocks, language }: DraftText, comparison: Comparison): Span[] {
  const added = comparison.flatMap(({ kind, after }) => (kind === 'added' && after ? [after] : []));
  let at = 0;
  return blocks.flatMap((block) => {
    while (at < added.length && (added[at]?.end ?? 0) <= block.start) at += 1;
    if ((added[at]?.start ?? Number.POSITIVE_INFINITY) >= block.end) return [];
    return sentencesIn(text, block, language).filter(({ start, end }) =>
      added.slice(at).some((span) => span.start < end && span.end > start),
    );
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
