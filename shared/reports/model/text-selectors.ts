import type { Draft } from '../../domain/draft/draft';
import { indexCodePoints } from '../../text/characters/code-points';
import { findSentenceAround } from '../../text/segmenter/sentences-around';
import type { Span } from '../../text/span';
import { quoteArticle, type ShownDraft } from '../origin/report-text';
import { isLeftOut } from './author-notes';
import type { TextSelector } from './report-claim';

/** How much of the text around a claim is quoted, in UTF-16 code units: its sentence, as far as that is not longer than most. */
const minContextLength = 32;
const maxContextLength = 1_000;

/** Moves an offset that splits a pair of surrogates behind it. */
function keepPair(text: string, offset: number): number {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1)) ? offset + 1 : offset;
}

/**
 * The text around a span, which shows where it is, and whether its sentence is still the same. It ends where words are left out, so that
 * it is found in the draft itself.
 */
function getContext(draft: Draft, shown: Draft, span: Span): Span {
  const { text, blocks, language } = draft;
  const sentence = findSentenceAround(text, blocks, span, language);
  const before = Math.max(minContextLength, Math.min(maxContextLength, span.start - sentence.start));
  const after = Math.max(minContextLength, Math.min(maxContextLength, sentence.end - span.end));
  const limits = {
    start: keepPair(text, Math.max(0, span.start - before)),
    end: keepPair(text, Math.min(text.length, span.end + after)),
  };
  if (draft === shown) return limits;
  let { start, end } = span;
  while (start > limits.start && text[start - 1] === shown.text[start - 1]) start -= 1;
  while (end < limits.end && text[end] === shown.text[end]) end += 1;
  return { start: keepPair(text, start), end };
}

/**
 * Creates the function that describes where a span of the draft is. `shown` is the draft as the report shows it: it has the
 * same offsets.
 */
export function createTextSelectors(draft: Draft, shown: ShownDraft): (span: Span) => TextSelector {
  const codePoints = indexCodePoints(draft.text);
  return (span) => {
    const context = getContext(draft, shown, span);
    return {
      exact: isLeftOut(draft, shown, span) ? null : quoteArticle(shown, span),
      prefix: quoteArticle(shown, { start: context.start, end: span.start }),
      suffix: quoteArticle(shown, { start: span.end, end: context.end }),
      start: codePoints.count(span.start),
      end: codePoints.count(span.end),
    };
  };
}
