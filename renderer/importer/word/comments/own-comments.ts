import { type CommentHeading, getSecond, parseCommentHeading } from '../../../../shared/domain/word-comments';
import type { KnownReport } from '../../../../shared/import/annotations/annotation';
import type { DocumentComment } from '../../../../shared/import/comments/comment-claims';
import { groupBy } from '../../../../shared/text/sequences/group-by';

/** The first line of a comment of ours. Both facts are null when the author rewrote it. */
type OwnHeading = CommentHeading | { status: null; number: null };

/** Recognises a comment of a report of ours; null for any other. */
export type OwnCommentReader = (comment: DocumentComment) => OwnHeading | null;

/** The durable id of a comment in upper case; null for none, or what is none. */
export function readDurableId({ durableId = '' }: DocumentComment): string | null {
  const digits = durableId.toUpperCase();
  return /^[0-9A-F]{8}$/.test(digits) ? digits : null;
}

/**
 * Creates the function that recognises our comments: by their first line; else, as authors write over it, by the durable id of a claim, or by
 * the author and the second of one.
 */
export function createOwnCommentReader(known: KnownReport | undefined): OwnCommentReader {
  const claims = known?.claims ?? [];
  const names = new Set(known?.reviewers);
  const durableIds = new Set(claims.map(({ durableId }) => durableId));
  const signatures = groupBy(
    claims.flatMap((claim) => claim.signatures),
    ({ second }) => second,
  );
  const isSigned = ({ by, at }: DocumentComment) =>
    at !== null &&
    (signatures.get(getSecond(at)) ?? []).some((one) => (one.by === null ? names.has(by) : one.by === by));
  return (comment) => {
    const heading = parseCommentHeading(comment.text);
    if (heading) return heading;
    const isKnown = durableIds.has(readDurableId(comment) ?? '') || isSigned(comment);
    return isKnown ? { status: null, number: null } : null;
  };
}
