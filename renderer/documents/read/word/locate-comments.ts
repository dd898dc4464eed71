import {
  type CommentPlace,
  type CommentThread,
  type DocumentComment,
  sortByTime,
} from '#shared/import/base/comment-claims.ts';
import { type OwnCommentParser, readDurableId, type WordComments } from './document/comments.ts';
import { getSignature } from './document/own-changes.ts';
import type { Anchor } from './reading/inlines.ts';

/** A tracked change of a report that came back, which nobody decided. The offsets are in the text of the draft, in UTF-16 code units. */
interface UndecidedChange {
  signature: string | null;
  start: number;
  end: number;
}

/** Whether a change is within the words of a comment or next to them. */
function touches({ start, end }: UndecidedChange, place: CommentPlace): boolean {
  const from = place.start ?? place.end ?? place.point;
  const to = place.end ?? place.point ?? place.start;
  return from === undefined || to === undefined || (start <= to && from <= end);
}

/**
 * Parts threads at the comments that a report of ours made: each begins a thread of its own, whose replies answer it. The comments
 * before it stay the thread that was there when the report was made. A comment without a place of its own has that of its thread.
 */
export function separateReturned(
  threads: readonly CommentThread[],
  places: Map<string, CommentPlace>,
  changes: readonly UndecidedChange[],
  readOwn: OwnCommentParser,
): CommentThread[] {
  return threads.flatMap((thread) => {
    const { first, replies, isResolved } = thread;
    const headings = [first, ...replies].map(readOwn);
    if (headings.every((heading) => heading === null)) return [thread];
    const parts: CommentThread[] = [];
    for (const [index, comment] of [first, ...replies].entries()) {
      const heading = headings[index] ?? null;
      const last = parts.at(-1);
      if (last && !heading) {
        last.replies.push(comment);
        continue;
      }
      const place = places.get(comment.id) ?? places.get(first.id) ?? {};
      places.set(comment.id, place);
      const hasUndecidedChange = changes.some(
        (change) => change.signature === getSignature(comment) && touches(change, place),
      );
      const durableId = readDurableId(comment);
      const part: CommentThread = { first: comment, replies: [], isResolved };
      parts.push(heading ? { ...part, returned: { durableId, ...heading, hasUndecidedChange } } : part);
    }
    return parts;
  });
}

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
