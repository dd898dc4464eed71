import { type Annotation, createAnnotation } from '../annotations/annotation';
import type { ReturnedComment } from '../annotations/returned-comment';

/** A comment of a document. */
export interface DocumentComment {
  id: string;
  by: string;
  /** When it was written: RFC 3339 with milliseconds; null when the file does not say. */
  at: string | null;
  text: string;
  /** The durable id of a comment in a Word file, as that has it; absent when it has none. */
  durableId?: string;
}

/** A comment with the replies to it and to each other, in order. */
export interface CommentThread {
  first: DocumentComment;
  replies: DocumentComment[];
  isResolved: boolean;
  /** Present when a report of ours made the first comment. */
  returned?: ReturnedComment;
}

/** The annotation of a thread. */
export function toAnnotation({ first, replies, isResolved, returned }: CommentThread): Annotation {
  return createAnnotation([first, ...replies], isResolved, returned);
}

/** Sorts by the time of a comment, those without one last. */
export function sortByTime<Item>(
  items: readonly Item[],
  getComment: (item: Item) => DocumentComment,
): Item[] {
  const getTime = (item: Item) => getComment(item).at ?? '9';
  return items.toSorted((a, b) => (getTime(a) < getTime(b) ? -1 : Number(getTime(a) > getTime(b))));
}
