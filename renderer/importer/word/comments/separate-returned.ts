import type { CommentPlace, CommentThread } from '../../../../shared/import/comments/comment-claims';
import { getSignature } from './own-changes';
import { type OwnCommentReader, readDurableId } from './own-comments';

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
  readOwn: OwnCommentReader,
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
