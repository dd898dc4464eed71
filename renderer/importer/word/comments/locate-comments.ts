import {
  type CommentPlace,
  type CommentThread,
  type DocumentComment,
  sortByTime,
} from '../../../../shared/import/comments/comment-claims';
import type { Anchor } from '../reading/anchors';
import type { WordComments } from './comments';

/** Replies that Google Docs writes when a thread is closed or opened again. */
const markers = [
  { pattern: /^_Marked as resolved_$/, isResolved: true },
  { pattern: /^_Re-opened_$/, isResolved: false },
];

/** Takes the markers out of a thread, and sets its state to that of the last one. */
function applyMarkers({ first, replies, isResolved }: CommentThread): CommentThread {
  let state = isResolved;
  const kept = replies.flatMap((reply): DocumentComment[] => {
    const lines = reply.text.split('\n').filter((line) => {
      const marker = markers.find(({ pattern }) => pattern.test(line.trim()));
      if (marker) state = marker.isResolved;
      return !marker;
    });
    return lines.length === 0 ? [] : [{ ...reply, text: lines.join('\n') }];
  });
  return { first, replies: kept, isResolved: state };
}

/** Whether a comment is of a later time than another; of the same time, neither replies to the other. */
function isLater({ at }: DocumentComment, than: DocumentComment): boolean {
  return at !== null && than.at !== null && at > than.at;
}

/**
 * Joins the comments of a file that does not say which are replies, as those of Google Docs: one on the same range as another and
 * of a later time replies to it. `getRange` names the range of a comment; null for one without a range.
 */
function joinUnthreadedReplies(
  threads: readonly CommentThread[],
  getRange: (comment: DocumentComment) => string | null,
): CommentThread[] {
  const joined: CommentThread[] = [];
  const byRange = new Map<string, CommentThread>();
  for (const thread of sortByTime(threads, ({ first }) => first)) {
    const range = thread.first.at === null ? null : getRange(thread.first);
    const earlier = range === null ? undefined : byRange.get(range);
    const isReply = earlier !== undefined && isLater(thread.first, earlier.first);
    if (isReply) earlier.replies.push(thread.first, ...thread.replies);
    else {
      const copy = { ...thread, replies: [...thread.replies] };
      joined.push(copy);
      if (range !== null && !earlier) byRange.set(range, copy);
    }
  }
  return joined.map(applyMarkers);
}

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
