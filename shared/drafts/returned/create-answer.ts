import type { Answer, Reply } from '../../domain/answer';
import type { Claim } from '../../domain/claim';
import type { DecidedCorrection } from './find-outcome';
import type { ReturnedThread } from './match-returned';

const getReplyKey = ({ by, at, text }: Reply) => JSON.stringify([by, at, text]);

/**
 * Creates the answer to a claim from the comments of it that came back: replies and decisions that no earlier draft brought. Null when nothing
 * in them is new. A correction that nobody decided is kept, so that the claim says so.
 */
export function createAnswer(
  { answers }: Claim,
  own: readonly ReturnedThread[],
  found: DecidedCorrection | null,
): Omit<Answer, 'draftId'> | null {
  const known = new Set(answers.flatMap(({ replies }) => replies.map(getReplyKey)));
  const replies = own
    .flatMap(({ annotation }) => annotation.comments.slice(1))
    .filter((reply) => {
      const key = getReplyKey(reply);
      const isNew = reply.text !== '' && !known.has(key);
      known.add(key);
      return isNew;
    });
  const isResolved = own.some(({ annotation }) => annotation.isResolved);
  const last = answers.at(-1);
  const decided = found && { text: found.text, outcome: found.outcome };
  const isDecisionNew =
    decided !== null &&
    !answers.some(({ correction: one }) => one?.text === decided.text && one.outcome === decided.outcome);
  const isNew = replies.length > 0 || isResolved !== (last?.isResolved ?? false) || isDecisionNew;
  return isNew ? { replies, isResolved, correction: decided } : null;
}
