import type { Claim, CorrectionOutcome } from '#shared/domain/base/claim.ts';
import { blockSeparator, type Draft } from '#shared/domain/base/draft.ts';
import { asksAboutCorrection } from '#shared/domain/base/word-comments.ts';
import { findPlacement } from '#shared/domain/review/placed-claims.ts';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import { findOccurrences } from '#shared/text/find-in-text.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import type { Span } from '#shared/text/span.ts';
import type { ReturnedThread } from './match-returned.ts';

/** How much text before and after the words has to be the same, in UTF-16 code units. */
const contextLength = 12;

/** How far around the known places the words are searched for, in UTF-16 code units. */
const margin = 60;

/** At most this many occurrences near a claim are looked at. */
const maxOccurrences = 100;

interface SuggestedCorrection {
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
function findCorrectionOutcome(suggested: SuggestedCorrection): FoundOutcome {
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

/**
 * How a file may have the line breaks of a correction: a blank line parts paragraphs, or lines in a table, and some programs
 * join lines.
 */
function listWordings(correction: string): string[] {
  const lines = correction.split(/[^\S\n]*\n[^\S\n]*/);
  const paragraphs = lines.join('\n').replace(/\n{2,}/g, blockSeparator);
  const joined = lines.filter((one) => one !== '').join(' ');
  return [...new Set([paragraphs, paragraphs.replaceAll(blockSeparator, '\n'), joined])];
}

/**
 * Finds out what became of a correction that is applied in the draft before already, and was a tracked change in the report.
 * Null when it is still there. `judgedWords` are the words before it, where they are known.
 */
function findAppliedOutcome(
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

interface ReturnedClaim {
  claim: Claim;
  own: readonly ReturnedThread[];
  /** Where it is carried to. */
  place: Span | null;
  report: BesideComments;
}

/** The parts of a report that came back, beside its comments. */
export interface BesideComments {
  /** The words of each footnote that was in place of a comment, on one line. */
  notes: readonly string[];
  /** The claims with a tracked change that nobody decided. */
  undecided: ReadonlySet<string>;
}

/** A correction with its outcome. */
export interface DecidedCorrection {
  text: string;
  outcome: CorrectionOutcome;
  /** The accepted words in the new draft; null for another outcome. */
  span: Span | null;
}

/**
 * Whether "Apply corrections" reworded a claim since the last draft that was imported. A report has such corrections as tracked changes,
 * because it is written into that draft's file.
 */
export function isApplied(review: Review, claimId: string, before: Draft): boolean {
  const rows = [...review.drafts.values()].filter(({ number }) => number <= before.number);
  const corrected = new Set<string>();
  for (const { id, origin } of rows.toSorted((a, b) => b.number - a.number)) {
    if (origin.kind !== 'corrections') break;
    corrected.add(id);
  }
  return findReferrers(review, `claims/${claimId}`, 'placements').some(
    ({ status, draftId }) => status === 'reworded' && corrected.has(draftId),
  );
}

/**
 * Whether a correction was in the report: its comment names it, or the footnote in its place. One that was written since is no question to
 * the author.
 */
function isInReport(correction: string, own: readonly ReturnedThread[], { notes }: BesideComments): boolean {
  const words = collapseWhitespace(correction);
  const comments = own.map(({ annotation }) => collapseWhitespace(annotation.comments[0]?.text ?? ''));
  return [...comments, ...notes].some((text) => asksAboutCorrection(text) && text.includes(words));
}

/** The outcome of a claim's correction; null when it has none that the report had, had no place, or is where an applied one was. */
export function findOutcome(
  review: Review,
  before: Draft,
  after: string,
  { claim, own, place, report }: ReturnedClaim,
): DecidedCorrection | null {
  const { span } = findPlacement(review, claim.id, before.id) ?? { span: null };
  if (!span) return null;
  const words = before.text.slice(span.start, span.end);
  const { judged } = claim;
  const text = claim.correction ?? (isApplied(review, claim.id, before) ? words : null);
  if (text === null || (claim.correction !== null && text === words)) return null;
  const places = [...own.map((thread) => thread.span), place].filter((one) => one !== null);
  const hasUndecidedChange =
    report.undecided.has(claim.id) || own.some(({ returned }) => returned.hasUndecidedChange);
  const suggested = { before: before.text, span, correction: text, after, places, hasUndecidedChange };
  if (claim.correction !== null) {
    const found = findCorrectionOutcome(suggested);
    const wasAsked = hasUndecidedChange || isInReport(text, own, report);
    return found.outcome === 'accepted' || wasAsked ? { text, ...found } : null;
  }
  const outcome = findAppliedOutcome(suggested, judged?.words ?? null);
  return outcome && { text, outcome, span: null };
}
