import type { Alignment } from '../../alignment/alignment';
import { ngramSize } from '../../alignment/match-tokens';
import { findTokenRange, type TokenRange } from '../../alignment/tokens/tokens';
import { isSameSpan, type Span } from '../../text/span';
import {
  findContextChanges,
  getSentenceContext,
  type SentenceContext,
} from '../../text-changes/sentence-context';
import { type CarriedSpan, compareTexts, createAmbiguous, isVerbatim } from './carried-span';
import { occursOnce } from './confidence';
import { findSentenceVerbatim, findVerbatim } from './find-verbatim';
import { locatePunctuation } from './locate-punctuation';
import { type LocatedSpan, locateSpan } from './locate-span';
import { isCertainlySameSentence } from './same-sentence';

/**
 * Carries one span through aligned drafts, in these stages:
 *
 * 1. Locate it by its matched tokens (`locate-span`, with `split-span`, `extend-into-insertions` and `similarity`), or by the
 *    tokens around it where it is punctuation alone (`locate-punctuation`).
 * 2. Where that location is the only possible one (`confidence`, `repeated-sentences`) and verbatim, the span is there.
 * 3. Otherwise look for its whole sentence verbatim (`find-verbatim`).
 * 4. Otherwise the location counts if it is similar enough; if not, it is offered together with all verbatim occurrences.
 */
export function carrySpan(alignment: Alignment, span: Span): CarriedSpan {
  if (alignment.isSame) return { status: 'unchanged', span, contextChanges: [] };
  const range = findTokenRange(alignment.tokens.before, span);
  const located =
    range.start < range.end
      ? locateSpan(alignment, span, range)
      : locatePunctuation(alignment, span, range.start);
  if (located?.isCertain && isVerbatim(alignment, span, located.span))
    return carryVerbatim(alignment, span, located);
  const context = getSentenceContext(alignment.before, span);
  return carryBySentence(alignment, context, located) ?? carryByLocation(alignment, context, range, located);
}

/** The result for a certain location with the same text; its sentence may have changed. */
function carryVerbatim(alignment: Alignment, old: Span, { span, isMoved }: LocatedSpan): CarriedSpan {
  const { before, after } = alignment;
  const contextChanges = isCertainlySameSentence(before, old, after, span)
    ? []
    : findContextChanges(alignment, getSentenceContext(before, old), getSentenceContext(after, span));
  return { status: isMoved ? 'moved' : 'unchanged', span, contextChanges };
}

/** The result where the whole sentence of the span is found verbatim; null where it is not. */
function carryBySentence(
  alignment: Alignment,
  old: SentenceContext,
  located: LocatedSpan | null,
): CarriedSpan | null {
  const { spans, occurredOnce, occursOnceInBoth } = findSentenceVerbatim(alignment, old.words, old.sentence);
  const [first] = spans;
  if (!first) return null;
  const isLocated = located !== null && spans.some((span) => isSameSpan(span, located.span));
  if (isLocated && located.isCertain) return compareTexts(alignment, old, located);
  if (occursOnceInBoth)
    return compareTexts(alignment, old, { span: first, isMoved: !isLocated || located.isMoved });
  // One of several copies may have been reworded in its place.
  const reworded = !occurredOnce && located?.isSimilar && !isLocated ? [located.span] : [];
  return createAmbiguous([...spans, ...reworded]);
}

/** The result where the sentence of the span changed or is gone: by its location, or else wherever its text occurs. */
function carryByLocation(
  alignment: Alignment,
  old: SentenceContext,
  range: TokenRange,
  located: LocatedSpan | null,
): CarriedSpan {
  const findOccurrences = () => findVerbatim(alignment, old.words, 'after', range);
  if (!located) return carryUnlocated(alignment, old, range, findOccurrences());
  const carried = compareTexts(alignment, old, located);
  if (carried.status !== 'reworded') return createAmbiguous([located.span, ...findOccurrences()]);
  const added = findVerbatim(alignment, old.words, 'added', range);
  if (added.length > 1) return createAmbiguous(added);
  const isAccepted = located.isSimilar && (carried.material || located.isCertain);
  return isAccepted ? carried : createAmbiguous([located.span, ...findOccurrences()]);
}

/** A span without a location counts as moved only to inserted text, and only if its text is unique. */
function carryUnlocated(
  alignment: Alignment,
  old: SentenceContext,
  range: TokenRange,
  occurrences: readonly Span[],
): CarriedSpan {
  if (occurrences.length === 0) return { status: 'lost' };
  const [only, ...others] = findVerbatim(alignment, old.words, 'added', range);
  const isUnique = range.end - range.start >= ngramSize && occursOnce(alignment, range);
  if (only && others.length === 0 && isUnique)
    return compareTexts(alignment, old, { span: only, isMoved: true });
  return createAmbiguous(occurrences);
}
