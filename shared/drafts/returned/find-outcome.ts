import type { CorrectionOutcome } from '../../domain/answer';
import type { Claim } from '../../domain/claim';
import type { Draft } from '../../domain/draft/draft';
import { findPlacement } from '../../domain/review/placed-claims';
import { findReferrers, type Review } from '../../domain/review/review';
import { asksAboutCorrection } from '../../domain/word-comments/untracked-correction';
import { collapseWhitespace } from '../../text/format/collapse-whitespace';
import type { Span } from '../../text/span';
import { findAppliedOutcome, findCorrectionOutcome } from './find-correction-outcome';
import type { ReturnedThread } from './match-returned';

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
  const suggested = {
    ...{ before: before.text, span, correction: text, after, places, hasUndecidedChange },
  };
  if (claim.correction !== null) {
    const found = findCorrectionOutcome(suggested);
    const wasAsked = hasUndecidedChange || isInReport(text, own, report);
    return found.outcome === 'accepted' || wasAsked ? { text, ...found } : null;
  }
  const outcome = findAppliedOutcome(suggested, judged?.words ?? null);
  return outcome && { text, outcome, span: null };
}
