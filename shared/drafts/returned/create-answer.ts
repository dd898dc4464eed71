import { hasImportedNote } from '../../domain/annotation';
import type { Answer, Reply } from '../../domain/answer';
import type { Claim } from '../../domain/claim';
import { findReferrers, type Review } from '../../domain/review/review';
import { isResolvedText } from '../../import/annotations/annotation';
import type { DecidedCorrection } from './find-outcome';
import type { ReturnedThread } from './match-returned';

/** The replies to a comment of ours, and before them what the author wrote over it: who did is not known, because the comment stays ours. */
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
 * Whether a report that was made after the last answer opened the thread again: its comment is later than the file of that answer. One that says
 * that the claim is verified leaves the thread as it is.
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
 * Creates the answer to a claim from the comments of it that came back: replies and decisions that no earlier draft brought. Null when nothing
 * in them is new. A correction that nobody decided is kept, so that the claim says so. `isInsisted`: the reviewer suggested again what the author had
 * not taken, so that the same decision is a new one.
 */
export function createAnswer(
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
