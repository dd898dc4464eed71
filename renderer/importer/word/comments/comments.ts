import { type Annotation, createAnnotation } from '../../../../shared/import/annotation';
import { findChildren, getAttribute } from '../../xml';
import { readParagraphTexts } from '../paragraph-texts';

export interface WordComment {
  id: string;
  by: string;
  /** When it was written: RFC 3339 with milliseconds; null when the file does not say. */
  at: string | null;
  text: string;
}

/** A comment with the replies to it and to each other, in order. */
export interface CommentThread {
  first: WordComment;
  replies: WordComment[];
  isResolved: boolean;
}

export interface WordComments {
  threads: CommentThread[];
  /** Whether the file says which comments are replies. */
  hasThreads: boolean;
}

const isOn = (value: string | null) => value === '1' || value === 'true' || value === 'on';

/** A time as Word writes it (ECMA-376, part 1: 22.9.2.1), often without a zone; then it is taken as UTC. */
function parseTime(time: string | null): string | null {
  if (time === null) return null;
  const milliseconds = Date.parse(/(?:z|[+-]\d\d:\d\d)$/i.test(time) ? time : `${time}Z`);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}

/** Sorts by the time of a comment, those without one last. */
export function sortByTime<Item>(items: readonly Item[], getComment: (item: Item) => WordComment): Item[] {
  const getTime = (item: Item) => getComment(item).at ?? '9';
  return items.toSorted((a, b) => (getTime(a) < getTime(b) ? -1 : Number(getTime(a) > getTime(b))));
}

function readComment(element: Element): WordComment {
  return {
    id: getAttribute(element, 'id') ?? '',
    by: getAttribute(element, 'author') ?? '',
    at: parseTime(getAttribute(element, 'date')),
    text: readParagraphTexts(element).join('\n'),
  };
}

/**
 * Reads the comments of a document as threads, whatever their order in the file. Since Word 2013 a separate part says which comment
 * replies to which, and which are resolved ([MS-DOCX] 2.5.4.4); it identifies a comment by its last paragraph.
 */
export function readComments(root: Element | null, extended: Element | null): WordComments {
  const states = new Map(
    findChildren(extended, 'commentEx').map((state) => [getAttribute(state, 'paraId') ?? '', state]),
  );
  const comments = findChildren(root, 'comment').map((element) => {
    const ids = findChildren(element, 'p').flatMap((paragraph) => getAttribute(paragraph, 'paraId') ?? []);
    const state = ids.map((id) => states.get(id)).findLast((one) => one !== undefined) ?? null;
    return { comment: readComment(element), ids, state };
  });
  const byParagraph = new Map(comments.flatMap((entry) => entry.ids.map((id) => [id, entry] as const)));
  const threads = new Map<WordComment, CommentThread>();
  const replies: { first: WordComment; comment: WordComment }[] = [];
  for (const entry of comments) {
    const { comment } = findFirst(entry, ({ state }) =>
      byParagraph.get(getAttribute(state, 'paraIdParent') ?? ''),
    );
    if (comment !== entry.comment) replies.push({ first: comment, comment: entry.comment });
    else
      threads.set(comment, {
        first: comment,
        replies: [],
        isResolved: isOn(getAttribute(entry.state, 'done')),
      });
  }
  for (const { first, comment } of sortByTime(replies, (reply) => reply.comment))
    threads.get(first)?.replies.push(comment);
  return { threads: Array.from(threads.values()), hasThreads: states.size > 0 };
}

/** The first of a chain of comments that each reply to the next; the comment itself where the chain has no end. */
function findFirst<Entry>(entry: Entry, getParent: (entry: Entry) => Entry | undefined): Entry {
  const passed = new Set([entry]);
  let first = entry;
  for (let parent = getParent(first); parent !== undefined; parent = getParent(first)) {
    if (passed.has(parent)) return entry;
    passed.add(parent);
    first = parent;
  }
  return first;
}

/** The annotation of a thread. */
export function toAnnotation({ first, replies, isResolved }: CommentThread): Annotation {
  return createAnnotation([first, ...replies], isResolved);
}
