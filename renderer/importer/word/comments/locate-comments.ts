import type { CommentPlace } from '../../../../shared/import/comments/comment-claims';
import type { CommentThread } from '../../../../shared/import/comments/comment-thread';
import type { Anchor } from '../reading/anchors';
import type { WordComments } from './comments';
import { joinUnthreadedReplies } from './unthreaded-replies';

/**
 * Finds the places of comments by their anchors. Moved text is in the file twice: the anchors where it is now count, and otherwise
 * the first of each edge.
 */
export function locateComments(
  anchors: readonly Anchor[],
  getOffset: (anchor: Anchor) => number,
): Map<string, CommentPlace> {
  const located = new Map<string, CommentPlace>();
  for (const anchor of anchors.toSorted((a, b) => Number(a.isInRemoved) - Number(b.isInRemoved))) {
    const known = located.get(anchor.comment) ?? {};
    located.set(anchor.comment, { [anchor.edge]: getOffset(anchor), ...known });
  }
  return located;
}

/** The threads of a document. Where the file does not say which comments are replies, their places do. */
export function listThreads(
  { threads, hasThreads }: WordComments,
  places: ReadonlyMap<string, CommentPlace>,
): readonly CommentThread[] {
  if (hasThreads) return threads;
  return joinUnthreadedReplies(threads, ({ id }) => {
    const { start, end } = places.get(id) ?? {};
    return start === undefined || end === undefined ? null : `${start} ${end}`;
  });
}
