import type { Answer, Claim, Reply } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { hasImportedNote } from '#shared/domain/base/evidence.ts';
import type { ClaimStatus } from '#shared/domain/base/verdict.ts';
import { checkVerdict, isCorrectedSinceJudged } from '#shared/domain/claims/changes-since-judged.ts';
import { getRecheckReasons, getRefusal } from '#shared/domain/claims/recheck.ts';
import { findPlacement, listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import type { CarriedClaim, CarriedReview, ReturnedCounts } from '#shared/drafts/carried-review.ts';
import { type Annotation, isResolvedText } from '#shared/import/base/annotation.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { isSameSpan, type Span } from '#shared/text/span.ts';
import { classifyChanges } from '#shared/text-changes/classify-changes.ts';

import { type BesideComments, type DecidedCorrection, findOutcome, isApplied } from './find-outcome.ts';
import { matchReturned, type ReturnedThread } from './match-returned.ts';

/**
 * Puts claims on the words of their corrections that the author accepted, as "Apply corrections" does: those that were judged are to be
 * checked again, even when only the style of the words changed. `spans` are those of the accepted words in the new draft, by claim.
 */
function carryAccepted(
  review: Review,
  before: Draft,
  { text }: { text: string },
  spans: ReadonlyMap<string, Span>,
  carried: readonly CarriedClaim[],
): CarriedClaim[] {
  return carried.map((claim): CarriedClaim => {
    const span = spans.get(claim.claimId);
    const old = findPlacement(review, claim.claimId, before.id)?.span;
    if (!span || !old) return claim;
    // Sentence starts are not considered: any change of letter case counts.
    const changes = classifyChanges(before.text.slice(old.start, old.end), text.slice(span.start, span.end), {
      before: false,
      after: false,
    });
    const isJudged = review.claims.get(claim.claimId)?.judged != null;
    return {
      ...claim,
      span,
      changes,
      candidates: [],
      recheck: isJudged,
      status: changes.length === 0 ? 'unchanged' : 'reworded',
      // A claim that was never judged keeps its state: whoever wrote a correction for it has looked at it.
      resolved: isJudged ? false : !claim.wasWaiting,
    };
  });
}

/** Compares times as instants: a file has whole seconds. */
const getTime = (at: string | null | undefined) => Math.floor(Date.parse(at ?? '') / 1000);

/**
 * Counts the claims whose comment the author deleted: those without one, although the report had it without doubt. A report may leave out
 * claims by their status, and claims may be marked or judged after it. So a claim counts if others with its status came back, and if
 * it was marked and judged before the newest of them was. `matched` are the comments that came back, with the ids of their claims.
 */
function countDeleted(review: Review, before: Draft, matched: ReadonlyMap<ReturnedThread, string>): number {
  const found = new Set(matched.values());
  const statuses = new Set<ClaimStatus | null>();
  let newest = Number.NEGATIVE_INFINITY;
  for (const { returned, annotation } of matched.keys()) {
    statuses.add(returned.status);
    const at = getTime(annotation.comments[0]?.at);
    if (at > newest) newest = at;
  }
  return listPlacedClaims(review, before.id).filter(({ claim, span }) => {
    if (found.has(claim.id)) return false;
    const isOld = [claim.createdAt, claim.judged?.at ?? claim.createdAt].every((at) => getTime(at) <= newest);
    const recheck = getRecheckReasons(review, before, claim, span);
    return isOld && statuses.has(recheck.length > 0 ? 'recheck' : claim.verdict);
  }).length;
}

/**
 * Puts claims that were not found in the new draft, or in several places, where their comments are, if these are on exactly the same
 * words: a comment moves with its words, while a search only guesses among places. `threads` are those of each claim.
 */
function placeByComments(
  review: Review,
  before: Draft,
  after: DraftText,
  threads: ReadonlyMap<string, readonly ReturnedThread[]>,
  carried: readonly CarriedClaim[],
): CarriedClaim[] {
  return carried.map((placed): CarriedClaim => {
    const claim = review.claims.get(placed.claimId);
    if (placed.span !== null || !claim) return placed;
    const spans = (threads.get(claim.id) ?? []).flatMap(({ span }) =>
      span && after.text.slice(span.start, span.end) === placed.words ? span : [],
    );
    const [span, ...others] = spans;
    // Somebody may have copied the words with their comment.
    if (!span || others.some((other) => !isSameSpan(other, span))) return placed;
    const place = { span, changes: [], resolved: !placed.wasWaiting };
    const isCorrected = isCorrectedSinceJudged(review, claim, before.number);
    const verdict = checkVerdict(review, claim, place, after, isCorrected);
    return { ...placed, ...place, ...verdict, status: 'unchanged', candidates: [] };
  });
}

/**
 * The replies to a comment of ours, and before them what the author wrote over it: who did is not known, because the comment
 * stays ours.
 */
function listReplies({ returned, annotation }: ReturnedThread): Reply[] {
  const [first, ...replies] = annotation.comments;
  return returned.status === null && first ? [{ by: null, at: null, text: first.text }, ...replies] : replies;
}

const getReplyKey = ({ by, at, text }: Reply) => JSON.stringify([by, at, text]);

/** Whether the comment that made a claim was resolved when it was imported: our reply to it has the state of its thread. */
function wasResolved(review: Review, claim: Claim): boolean {
  const proposed = findReferrers(review, `claims/${claim.id}`, 'proposedEvidence');
  const texts = proposed.map(({ annotation }) => annotation.text);
  if (claim.note !== null && hasImportedNote(claim)) texts.push(claim.note);
  return texts.some(isResolvedText);
}

/**
 * Whether a report that was made after the last answer opened the thread again: its comment is later than the file of that
 * answer. One that says that the claim is verified leaves the thread as it is.
 */
function wasReopened(review: Review, { answers }: Claim, own: readonly ReturnedThread[]): boolean {
  const importedAt = review.drafts.get(answers.at(-1)?.draftId ?? '')?.importedAt;
  return (
    importedAt !== undefined &&
    own.some(({ returned, annotation }) => {
      const at = annotation.comments[0]?.at ?? null;
      return returned.status !== 'verified' && at !== null && Date.parse(at) > Date.parse(importedAt);
    })
  );
}

/**
 * Creates the answer to a claim from the comments of it that came back: replies and decisions that no earlier draft brought.
 * Null when nothing in them is new. A correction that nobody decided is kept, so that the claim says so. `isInsisted`: the
 * reviewer suggested again what the author had not taken, so that the same decision is a new one.
 */
function createAnswer(
  review: Review,
  claim: Claim,
  own: readonly ReturnedThread[],
  found: DecidedCorrection | null,
  isInsisted: boolean,
): Omit<Answer, 'draftId'> | null {
  const { answers } = claim;
  const known = new Set(answers.flatMap(({ replies }) => replies.map(getReplyKey)));
  const replies = own.flatMap(listReplies).filter((reply) => {
    const key = getReplyKey(reply);
    const isNew = reply.text !== '' && !known.has(key);
    known.add(key);
    return isNew;
  });
  const isResolvedByAuthor = answers.at(-1)?.isResolved ?? wasResolved(review, claim);
  const wasResolvedBefore = isResolvedByAuthor && !wasReopened(review, claim, own);
  const isResolved =
    own.length === 0 ? wasResolvedBefore : own.some(({ annotation }) => annotation.isResolved);
  const decided = found && { text: found.text, outcome: found.outcome };
  const isDecisionNew =
    decided !== null &&
    (isInsisted ||
      !answers.some(({ correction: one }) => one?.text === decided.text && one.outcome === decided.outcome));
  const isNew = replies.length > 0 || isResolved !== wasResolvedBefore || isDecisionNew;
  return isNew ? { replies, isResolved, correction: decided } : null;
}

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
 * Takes what came back from a Word report out of the proposal of a next draft: comments that belong to a claim of the
 * article are its answers, and make no claim again. The others are treated as those of any editor. In order: the claim of
 * each comment is found, claims that were not found are put where their comments are, what became of each correction is
 * found out, an answer is made of what is new, and claims are put on the words of accepted corrections.
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
    comments: matched.size,
    unknown: threads.length - matched.size,
    answered: 0,
    resolved: 0,
    // A comment of no claim may be that of a claim without one.
    deleted: Math.max(0, countDeleted(review, before, found) - (threads.length - matched.size)),
    accepted: 0,
    rejected: 0,
    undecided: 0,
    reworded: 0,
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
