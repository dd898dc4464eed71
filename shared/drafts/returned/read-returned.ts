import type { Answer } from '../../domain/answer';
import type { Claim } from '../../domain/claim';
import { getRefusal } from '../../domain/claims/refused-correction';
import type { Draft } from '../../domain/draft/draft';
import type { Review } from '../../domain/review/review';
import type { Annotation } from '../../import/annotations/annotation';
import type { DraftProposal } from '../../import/proposal';
import { collapseWhitespace } from '../../text/format/collapse-whitespace';
import type { Span } from '../../text/span';
import type { CarriedReview } from '../carried-review';
import { carryAccepted } from './carry-accepted';
import { countDeleted } from './count-deleted';
import { createAnswer } from './create-answer';
import { type BesideComments, findOutcome, isApplied } from './find-outcome';
import { matchReturned, type ReturnedThread } from './match-returned';
import { placeByComments } from './place-by-comments';
import type { ReturnedCounts } from './returned-counts';

/** An answer that is not in a draft yet, on a claim as it is in the review. */
export interface NewAnswer {
  claim: Claim;
  answer: Omit<Answer, 'draftId'>;
}

/** A next draft without what came back in it from our own report. */
export interface ReturnedReview {
  /** Its claims are those that other comments made. */
  proposal: DraftProposal;
  /** The claims whose correction was accepted are on its words, and those that only their comment finds on that. */
  carried: CarriedReview;
  answers: NewAnswer[];
  /** Null when nothing came back. */
  counts: ReturnedCounts | null;
}

/**
 * Takes what came back from a Word report out of the proposal of a next draft: comments that belong to a claim of the article are its
 * answers, and make no claim again. The others are treated as those of any editor. The folder in the order of the work:
 *
 * 1. `match-returned.ts` finds the claim of each comment.
 * 2. `place-by-comments.ts` puts claims that were not found where their comments are.
 * 3. `find-outcome.ts` finds out what became of the claim's correction (`find-correction-outcome.ts`).
 * 4. `create-answer.ts` makes the answer of what is new.
 * 5. `carry-accepted.ts` puts claims on the words of accepted corrections.
 * 6. `returned-counts.ts` and `count-deleted.ts` say in numbers what came back.
 */
export function readReturned(
  review: Review,
  before: Draft,
  proposal: DraftProposal,
  carried: CarriedReview,
): ReturnedReview {
  const threads = listThreads(proposal);
  const report: BesideComments = {
    notes: (proposal.returned?.notes ?? []).map(collapseWhitespace),
    undecided: new Set(proposal.returned?.undecided),
  };
  if (threads.length === 0 && !proposal.returned) return { proposal, carried, answers: [], counts: null };
  const newDraft = { text: proposal.text, carried: carried.claims };
  const byClaim = new Map<string, ReturnedThread[]>();
  const matched = new Set<Annotation>();
  const found = matchReturned(review, before, newDraft, threads);
  for (const [thread, claimId] of found) {
    matched.add(thread.annotation);
    byClaim.set(claimId, [...(byClaim.get(claimId) ?? []), thread]);
  }
  if (byClaim.size > 0 || proposal.returned) addWithoutComment(byClaim, review, before, report);
  const counts: ReturnedCounts = {
    ...{ comments: matched.size, unknown: threads.length - matched.size, answered: 0, resolved: 0 },
    // A comment of no claim may be that of a claim without one.
    deleted: Math.max(0, countDeleted(review, before, found) - (threads.length - matched.size)),
    ...{ accepted: 0, rejected: 0, undecided: 0, reworded: 0 },
  };
  const answers: NewAnswer[] = [];
  const acceptedSpans = new Map<string, Span>();
  const placed = placeByComments(review, before, proposal, byClaim, carried.claims);
  const places = new Map(placed.map((claim) => [claim.claimId, claim.span]));
  for (const [claimId, own] of byClaim) {
    const claim = review.claims.get(claimId);
    if (!claim) continue;
    const place = places.get(claimId) ?? null;
    const decided = findOutcome(review, before, proposal.text, { claim, own, place, report });
    if (decided?.span) acceptedSpans.set(claimId, decided.span);
    const isInsisted = getRefusal(review, claim, before) === 'insisted';
    const answer = createAnswer(review, claim, own, decided, isInsisted);
    if (decided) counts[decided.outcome] += 1;
    if (!answer) continue;
    if (answer.replies.length > 0) counts.answered += 1;
    else if (answer.isResolved) counts.resolved += 1;
    answers.push({ claim, answer });
  }
  return {
    proposal: leaveOut(proposal, matched),
    carried: { ...carried, claims: carryAccepted(review, before, proposal, acceptedSpans, placed) },
    answers,
    counts,
  };
}

/**
 * Adds the claims whose comment did not come back, but whose correction may be accepted, or is not decided: many authors delete a comment
 * once it is done, and a report with footnotes has none.
 */
function addWithoutComment(
  byClaim: Map<string, ReturnedThread[]>,
  review: Review,
  before: Draft,
  { notes, undecided }: BesideComments,
): void {
  for (const { id, correction } of review.claims.values()) {
    const isAsked =
      correction !== null || undecided.has(id) || (notes.length > 0 && isApplied(review, id, before));
    if (isAsked && !byClaim.has(id)) byClaim.set(id, []);
  }
}

/** Counts the comments of our reports in a proposal: all of them, or those that belong to the claims of a review. */
export function countReturned(
  proposal: DraftProposal,
  of: { review: Review; newest: Draft } | null = null,
): number {
  const threads = listThreads(proposal);
  if (!of || threads.length === 0) return threads.length;
  return matchReturned(of.review, of.newest, { text: proposal.text, carried: [] }, threads).size;
}

function listThreads({ claims, annotationsWithoutWords }: DraftProposal): ReturnedThread[] {
  const located = claims.map(({ annotation, span }) => ({ annotation, span }));
  const others = annotationsWithoutWords.map((annotation) => ({ annotation, span: null }));
  return [...located, ...others].flatMap(({ annotation, span }) =>
    annotation?.returned ? [{ returned: annotation.returned, annotation, span }] : [],
  );
}

/** The proposal without the comments that belong to claims. The others are no longer known as ours. */
function leaveOut(proposal: DraftProposal, matched: ReadonlySet<Annotation>): DraftProposal {
  const forget = ({ returned: _, ...annotation }: Annotation): Annotation => annotation;
  const { returned: _, ...others } = proposal;
  return {
    ...others,
    claims: proposal.claims
      .filter(({ annotation }) => !annotation || !matched.has(annotation))
      .map((claim) => ({ ...claim, annotation: claim.annotation && forget(claim.annotation) })),
    annotationsWithoutWords: proposal.annotationsWithoutWords
      .filter((annotation) => !matched.has(annotation))
      .map(forget),
  };
}
