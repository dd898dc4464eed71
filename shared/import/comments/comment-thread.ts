import { type Annotation, createAnnotation } from '../annotations/annotation';

/** A comment of a document. */
export interface DocumentComment {
  id: string;
  by: string;
  /** When it was written: RFC 3339 with milliseconds; null when the file does not say. */
  at: string | null;
  text: string;
}

/** A comment with the replies to it and to each other, in order. */
export interface CommentThread {
  first: DocumentComment;
  replies: DocumentComment[];
  isResolved: boolean;
}

/** The annotation of a thread. */
export function toAnnotation({ first, replies, isResolved }: CommentThread): Annotation {
  return createAnnotation([first, ...replies], isResolved);
}

/** Sorts by the time of a comment, those without one last. */
export function sortByTime<Item>(
  items: readonly Item[],
  getComment: (item: Item) => DocumentComment,
): Item[] {
  const getTime = (item: Item) => getComment(item).at ?? '9';
  return items.toSorted((a, b) => (getTime(a) < getTime(b) ? -1 : Number(getTime(a) > getTime(b))));
}
