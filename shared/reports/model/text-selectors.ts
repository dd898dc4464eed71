import type { Draft } from '../../domain/draft/draft';
import { indexCodePoints } from '../../text/characters/code-points';
import type { Span } from '../../text/span';
import { isLeftOut } from './author-notes';
import type { TextSelector } from './report-claim';

/** How much of the text around a claim is quoted, in UTF-16 code units. */
const contextLength = 32;

/** Moves an offset that splits a pair of surrogates behind it. */
function keepPair(text: string, offset: number): number {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1)) ? offset + 1 : offset;
}

/**
 * Creates the function that describes where a span of the draft is. `shown` is the draft as the report shows it: it has the
 * same offsets.
 */
export function createTextSelectors(draft: Draft, shown: Draft): (span: Span) => TextSelector {
  const { text } = shown;
  const codePoints = indexCodePoints(draft.text);
  return (span) => {
    const from = keepPair(text, Math.max(0, span.start - contextLength));
    const to = keepPair(text, Math.min(text.length, span.end + contextLength));
    return {
      exact: isLeftOut(draft, shown, span) ? null : text.slice(span.start, span.end),
      prefix: text.slice(from, span.start),
      suffix: text.slice(span.end, to),
      start: codePoints.count(span.start),
      end: codePoints.count(span.end),
    };
  };
}
