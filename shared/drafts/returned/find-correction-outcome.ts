import type { CorrectionOutcome } from '../../domain/answer';
import { blockSeparator } from '../../domain/draft/draft';
import { cleanSelection } from '../../text/clean-selection';
import { findOccurrences } from '../../text/find-in-text';
import type { Span } from '../../text/span';

/** How much text before and after the words has to be the same, in UTF-16 code units. */
const contextLength = 12;

/** How far around the known places the words are searched for, in UTF-16 code units. */
const margin = 60;

/** At most this many occurrences near a claim are looked at. */
const maxOccurrences = 100;

export interface SuggestedCorrection {
  /** The text of the draft that the claim is in, and its span there. */
  before: string;
  span: Span;
  /** The text that was suggested in place of the words. */
  correction: string;
  /** The text of the draft that came back. */
  after: string;
  /** Where the claim may be in it: the words of its comments, and where carrying it over found it. */
  places: readonly Span[];
  /** Whether a tracked change is left there, which was read as not made. */
  hasUndecidedChange: boolean;
}

interface FoundOutcome {
  outcome: CorrectionOutcome;
  /** The accepted words; null for another outcome. */
  span: Span | null;
}

/**
 * Finds out what became of a correction. Its words, or those that it should replace, count as there when the text on both sides of them
 * is the same as before, so that "12" within "12 million" is not taken for a rejected "12 million"; else when they are exactly the words of
 * one of the places.
 */
export function findCorrectionOutcome(suggested: SuggestedCorrection): FoundOutcome {
  const { before, span, correction, after, hasUndecidedChange } = suggested;
  const old = before.slice(span.start, span.end);
  const kept: FoundOutcome = { outcome: hasUndecidedChange ? 'undecided' : 'rejected', span: null };
  const accept = (place: Span): FoundOutcome => {
    const clean = cleanSelection(after, place.start, place.end);
    return clean ? { outcome: 'accepted', span: clean } : { outcome: 'reworded', span: null };
  };
  const find = (search: (words: string) => Span | null) =>
    listWordings(correction).reduce<Span | null>((found, words) => found ?? search(words), null);
  const acceptedAt = find((words) => findInContext(suggested, words));
  const isKept = findInContext(suggested, old) !== null;
  const exact = (words: string) =>
    suggested.places.find(({ start, end }) => after.slice(start, end) === words) ?? null;
  const exactlyAccepted = find(exact);
  if (isKept && (!acceptedAt || exact(old) || !exactlyAccepted)) return kept;
  const accepted = acceptedAt ?? exactlyAccepted;
  if (accepted) return accept(accepted);
  if (exact(old)) return kept;
  return { outcome: hasUndecidedChange ? 'undecided' : 'reworded', span: null };
}

/** How a file may have the line breaks of a correction: a blank line parts paragraphs, or lines in a table, and some programs join lines. */
function listWordings(correction: string): string[] {
  const lines = correction.split(/[^\S\n]*\n[^\S\n]*/);
  const paragraphs = lines.join('\n').replace(/\n{2,}/g, blockSeparator);
  const joined = lines.filter((one) => one !== '').join(' ');
  return [...new Set([paragraphs, paragraphs.replaceAll(blockSeparator, '\n'), joined])];
}

/**
 * Finds out what became of a correction that is applied in the draft before already, and was a tracked change in the report. Null when it is
 * still there. `judgedWords` are the words before it, where they are known.
 */
export function findAppliedOutcome(
  suggested: SuggestedCorrection,
  judgedWords: string | null,
): CorrectionOutcome | null {
  const { after, places, correction, hasUndecidedChange } = suggested;
  const isThere = (words: string) =>
    findInContext(suggested, words) !== null ||
    places.some(({ start, end }) => after.slice(start, end) === words);
  if (hasUndecidedChange) return 'undecided';
  if (isThere(correction)) return null;
  return judgedWords !== null && isThere(judgedWords) ? 'rejected' : 'reworded';
}

/** The text on one side of an offset, up to the edge of its block. */
function getContext(text: string, offset: number, side: 'left' | 'right'): string {
  if (side === 'left')
    return (
      text
        .slice(Math.max(0, offset - contextLength), offset)
        .split(blockSeparator)
        .at(-1) ?? ''
    );
  return text.slice(offset, offset + contextLength).split(blockSeparator)[0] ?? '';
}

/** Finds words near the places that stand between the same text as before. */
function findInContext({ before, span, after, places }: SuggestedCorrection, words: string): Span | null {
  const [left, right] = [getContext(before, span.start, 'left'), getContext(before, span.end, 'right')];
  for (const place of places) {
    const from = Math.max(0, place.start - words.length - margin);
    const near = after.slice(from, place.end + words.length + margin);
    for (const index of findOccurrences(near, words, maxOccurrences)) {
      const start = from + index;
      const end = start + words.length;
      const isBetween =
        getContext(after, start, 'left') === left && getContext(after, end, 'right') === right;
      if (isBetween) return { start, end };
    }
  }
  return null;
}
