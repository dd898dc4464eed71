import { findChildren, getAttribute } from '#renderer/documents/read/base/xml.ts';
import { type CommentHeading, getSecond, parseCommentHeading } from '#shared/domain/base/word-comments.ts';
import type { KnownReport } from '#shared/import/base/annotation.ts';
import { type CommentThread, type DocumentComment, sortByTime } from '#shared/import/base/comment-claims.ts';
import { groupBy } from '#shared/text/sequences/group-by.ts';
import { readParagraphTexts } from './paragraph-texts.ts';

/** The first line of a comment of ours. Both facts are null when the author rewrote it. */
type OwnHeading = CommentHeading | { status: null; number: null };

/** Recognises a comment of a report of ours; null for any other. */
export type OwnCommentParser = (comment: DocumentComment) => OwnHeading | null;

/** The durable id of a comment in upper case; null for none, or what is none. */
export function readDurableId({ durableId = '' }: DocumentComment): string | null {
  const digits = durableId.toUpperCase();
  return /^[0-9A-F]{8}$/.test(digits) ? digits : null;
}

/**
 * Creates the function that recognises our comments: by their first line; else, as authors write over it, by the durable id of a
 * claim, or by the author and the second of one.
 */
function createOwnCommentParser(known: KnownReport | undefined): OwnCommentParser {
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

export interface WordComments {
  threads: CommentThread[];
  /**
   * Whether the file says which comments are replies, leaving out what a report of ours added: one that is written into a file which
   * does not say so says it of its own comments alone.
   */
  hasThreads: boolean;
  /** Recognises the comments that a report of ours made. */
  readOwn: OwnCommentParser;
}

/** The roots of the parts that hold comments and what is known of them. */
interface CommentParts {
  comments: Element | null;
  extended: Element | null;
  ids: Element | null;
}

const isOn = (value: string | null) => value === '1' || value === 'true' || value === 'on';

/** A time as Word writes it (ECMA-376, part 1: 22.9.2.1), often without a zone; then it is taken as UTC. */
export function parseTime(time: string | null): string | null {
  if (time === null) return null;
  const milliseconds = Date.parse(/(?:z|[+-]\d\d:\d\d)$/i.test(time) ? time : `${time}Z`);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}

function readComment(element: Element, durableId: string | undefined): DocumentComment {
  return {
    ...(durableId !== undefined && { durableId }),
    id: getAttribute(element, 'id') ?? '',
    by: getAttribute(element, 'author') ?? '',
    at: parseTime(getAttribute(element, 'date')),
    text: readParagraphTexts(element).join('\n'),
  };
}

/**
 * Reads the comments of a document as threads, whatever their order in the file. Since Word 2013 a separate part says which comment
 * replies to which, and which are resolved ([MS-DOCX] 2.5.4.4), and another one has their durable ids (2.5.4.5); both identify a comment
 * by its last paragraph.
 */
export function readComments(
  { comments: root, extended, ids: idList }: CommentParts,
  known?: KnownReport,
): WordComments {
  const durableIds = new Map(
    findChildren(idList, 'commentId').map((one) => [
      getAttribute(one, 'paraId') ?? '',
      getAttribute(one, 'durableId') ?? undefined,
    ]),
  );
  const states = new Map(
    findChildren(extended, 'commentEx').map((state) => [getAttribute(state, 'paraId') ?? '', state]),
  );
  const comments = findChildren(root, 'comment').map((element) => {
    const ids = findChildren(element, 'p').flatMap((paragraph) => getAttribute(paragraph, 'paraId') ?? []);
    const state = ids.map((id) => states.get(id)).findLast((one) => one !== undefined) ?? null;
    const durableId = ids.map((id) => durableIds.get(id)).findLast((one) => one !== undefined);
    return { comment: readComment(element, durableId), ids, state };
  });
  const byParagraph = new Map(comments.flatMap((entry) => entry.ids.map((id) => [id, entry] as const)));
  const threads = new Map<DocumentComment, CommentThread>();
  const replies: { first: DocumentComment; comment: DocumentComment }[] = [];
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
  const list = Array.from(threads.values());
  const readOwn = createOwnCommentParser(known);
  return { threads: list, hasThreads: states.size > 0 && sayWhichReply(list, readOwn), readOwn };
}

/**
 * Whether threads say which comments of the file are replies. In a file that a report of ours was written into, our comments do not
 * count, nor do those that came after them: some programs then write a state for every comment.
 */
function sayWhichReply(threads: readonly CommentThread[], readOwn: OwnCommentParser): boolean {
  const isOurs = (comment: DocumentComment) => readOwn(comment) !== null;
  const comments = threads.flatMap(({ first, replies }) => [first, ...replies]);
  if (!comments.some(isOurs)) return true;
  return threads.some(({ first, replies }) => {
    const [reply] = replies;
    return reply !== undefined && !isOurs(first) && !isOurs(reply);
  });
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
