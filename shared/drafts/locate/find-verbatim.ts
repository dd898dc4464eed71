import type { Alignment } from '../../alignment/alignment';
import { scanSentenceAround } from '../../alignment/tokens/scan-sentence';
import { snapSpan } from '../../alignment/tokens/snap-span';
import { findTokenRange, type TokenRange } from '../../alignment/tokens/tokens';
import type { DraftText } from '../../text/draft-text';
import { intAt } from '../../text/sequences/at';
import { isSameSpan, type Span } from '../../text/span';

/**
 * Finds the text of a span of the draft before, character by character, in one of the drafts; 20 occurrences at most. With
 * `added` only in text of the draft after that was inserted. Spans are UTF-16 offsets; `range` are the tokens of the span.
 */
export function findVerbatim(
  alignment: Alignment,
  span: Span,
  where: 'before' | 'after' | 'added',
  range: TokenRange = findTokenRange(alignment.tokens.before, span),
): Span[] {
  if (range.start === range.end) return [];
  const { before } = alignment.tokens;
  const side = where === 'before' ? 'before' : 'after';
  const after = alignment.tokens[side];
  const text = before.text.slice(span.start, span.end);
  const isAdded = (token: number) => intAt(alignment.origins, token) === -1;
  return alignment.occurrences[side]
    .find(before, range, where === 'added' ? isAdded : undefined)
    .map((start) => snapSpan({ before, after }, span, range, { start, end: start + range.end - range.start }))
    .filter((found) => after.text.slice(found.start, found.end) === text);
}

/** Where the sentence of a span is found verbatim, as a whole sentence. */
interface VerbatimSentences {
  /** The span within each such sentence of the draft after. */
  readonly spans: readonly Span[];
  /** Whether the sentence's text occurred once in the draft before, and whether it occurs once in both. */
  readonly occurredOnce: boolean;
  readonly occursOnceInBoth: boolean;
}

/** Finds the sentence of a span, or all that it touches, verbatim in the draft after. */
export function findSentenceVerbatim(alignment: Alignment, span: Span, sentence: Span): VerbatimSentences {
  const { after } = alignment;
  const offset = span.start - sentence.start;
  const occurrences = findVerbatim(alignment, sentence, 'after');
  const spans = occurrences
    .filter((found) => isWholeSentence(after, found))
    .map(({ start }) => ({ start: start + offset, end: start + offset + span.end - span.start }));
  if (spans.length === 0) return { spans, occurredOnce: false, occursOnceInBoth: false };
  // The end of a longer sentence counts as an occurrence as well.
  const occurredOnce = findVerbatim(alignment, sentence, 'before').length === 1;
  return { spans, occurredOnce, occursOnceInBoth: occurredOnce && occurrences.length === 1 };
}

function isWholeSentence({ text, blocks, language }: DraftText, span: Span): boolean {
  return isSameSpan(scanSentenceAround(text, blocks, span, language), span);
}
