import type { ImportedTarget, TextSelection } from '../../import/web-annotation/imported-annotations';
import { cleanSelection } from '../../text/clean-selection';
import { isSameSpan, type Span } from '../../text/span';
import type { AnchorText } from './anchor-text';
import { findQuote } from './find-quote';

type Quote = Extract<TextSelection, { kind: 'quote' }>;

/**
 * Where an annotation stands in a draft: on its very words (`isExact`), or on words that were found in another way, which the
 * preview says. Without a place: because nothing there fits (`lost`), several places do equally (`ambiguous`), or it is about
 * no words at all (`whole`).
 */
export type Anchor =
  | { state: 'found'; span: Span; isExact: boolean }
  | { state: 'lost' | 'ambiguous' | 'whole' };

/** A span with half-open ends as a selection: white space at its ends is no part of the words. Null for nothing. */
function findPosition(text: AnchorText, selection: TextSelection): Span | null {
  if (selection.kind === 'quote') {
    const found = findQuote(text, selection, null);
    return found.state === 'found' ? found.span : null;
  }
  const within = selection.within === null ? null : findPosition(text, selection.within);
  if (selection.within !== null && within === null) return null;
  if (selection.kind === 'range') {
    const [start, end] = [findPosition(text, selection.start), findPosition(text, selection.end)];
    return start && end && start.start < end.start ? { start: start.start, end: end.start } : null;
  }
  const base = within === null ? 0 : text.codePoints.count(within.start);
  const start = text.codePoints.findOffset(base + selection.start);
  const end = text.codePoints.findOffset(base + selection.end);
  return start === null || end === null || start >= end ? null : { start, end };
}

function isQuote(selection: TextSelection): selection is Quote {
  return selection.kind === 'quote';
}

/** Widens a span to whole characters, and takes white space off its ends. A span that this changes is not exact. */
function toAnchor(text: AnchorText, span: Span, isExact: boolean): Anchor {
  const clean = cleanSelection(text.text, span.start, span.end);
  return clean
    ? { state: 'found', span: clean, isExact: isExact && isSameSpan(clean, span) }
    : { state: 'lost' };
}

/**
 * Finds the place of an annotation's words. Its position counts when the words there are those that it quotes, the quote with the text
 * around it otherwise. A position without a quote can't be compared with anything, so it is never exact.
 */
export function anchorTarget(text: AnchorText, { selections, isNarrowed }: ImportedTarget): Anchor {
  if (selections.length === 0) return { state: isNarrowed ? 'lost' : 'whole' };
  const positions = selections.filter((one) => !isQuote(one)).flatMap((one) => findPosition(text, one) ?? []);
  const quotes = selections.filter(isQuote);
  let state: 'lost' | 'ambiguous' = 'lost';
  for (const quote of quotes) {
    const found = findQuote(
      text,
      quote,
      quote.within === null ? null : findPosition(text, quote.within),
      positions,
    );
    if (found.state === 'found') return toAnchor(text, found.span, found.isExact && !isNarrowed);
    if (found.state === 'ambiguous') state = 'ambiguous';
  }
  const [position] = positions;
  return quotes.length === 0 && position ? toAnchor(text, position, false) : { state };
}
