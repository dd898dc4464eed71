import { formatCommentHeading, parseCommentHeading } from '../../shared/domain/word-comments';
import type { PlanComment, PlanLine, WordPlan } from '../../shared/reports/word/word-plan';
import type { WordComments } from '../importer/word/comments/comments';
import type { EarlierComment } from './earlier-comments';

/** A comment that gets its anchors in the text elsewhere. */
export interface PreparedComment {
  /** `w:id`, which no annotation of the file has (`createUnusedIds`). */
  id: number;
  /** The wanted durable id; the next free one is taken if the file has it already. */
  durableId: string;
  author: string;
  initials: string;
  /** RFC 3339 in UTC, to the second; null for no time. */
  at: string | null;
  lines: readonly PlanLine[];
  /** `w:id` of the comment of the file to which it replies, as the file has it; null for none. */
  parent: string | null;
  /** Whether the thread is opened again that the author marked as resolved. */
  reopens: boolean;
}

interface Additions {
  nextId: () => number;
  /** Words that the comment of a claim has to quote, by its index; null for none. */
  getQuote: (index: number) => string | null;
  /** Lines about corrections that could not be tracked, by the index of the comment. */
  notTracked: ReadonlyMap<number, readonly PlanLine[]>;
}

/** The comment of a claim that is to be written. */
interface PreparedClaim {
  /** Null when the last comment on the claim in the file says the same. */
  comment: PreparedComment | null;
  /** The time of the comment that is in the file then, with which changes are signed: RFC 3339 in UTC, to the second; null for no time. */
  at: string | null;
}

const createQuote = (words: string): PlanLine => [{ text: `“${words}”`, isBold: false, href: null }];

/** The lines of a comment: the heading, the words it is about where it can't stand on them, and all others. */
function composeLines({ lines }: PlanComment, quote: string | null, more: readonly PlanLine[]): PlanLine[] {
  const [heading = [], ...others] = lines;
  return [heading, ...(quote === null ? [] : [createQuote(quote)]), ...others, ...more];
}

/** The lines of all comments, or of the footnotes in their place. */
export function prepareLines(
  comments: readonly PlanComment[],
  { getQuote, notTracked }: Omit<Additions, 'nextId'>,
): PlanLine[][] {
  return comments.map((comment, index) =>
    composeLines(comment, getQuote(index), notTracked.get(index) ?? []),
  );
}

const createKey = ({ by, at, text }: { by: string; at: string | null; text: string }) =>
  JSON.stringify([by, at, text]);

const getText = (line: PlanLine) => line.map(({ text }) => text).join('');

/** The text below the heading, without white space: programs change how paragraphs are parted. */
const getRest = (lines: readonly string[]) => lines.slice(1).join('').replace(/\s/g, '');

/** Whether a comment of the file says the same about a claim. Its number may be another one. */
function saysSame({ comment, heading }: EarlierComment, author: string, lines: readonly PlanLine[]): boolean {
  const texts = lines.map(getText);
  return (
    comment.by === author &&
    heading.status === parseCommentHeading(texts[0] ?? '')?.status &&
    getRest(comment.text.split('\n')) === getRest(texts)
  );
}

/** The lines of a comment that follows another one on the same claim. Its heading names the verdict that does not count any more. */
function addFormer([heading = [], ...lines]: readonly PlanLine[], { heading: former }: EarlierComment) {
  const own = parseCommentHeading(getText(heading));
  const [run] = heading;
  return own && run
    ? [[{ ...run, text: formatCommentHeading(own, former.status) }], ...lines]
    : [heading, ...lines];
}

const toSecond = (at: string) => at.replace(/\.\d+Z$/, 'Z');

/**
 * Gives comments their ids in the file, and finds the threads to which they reply. A claim that has a comment from an earlier report in
 * the file replies to it, unless the last of them says the same. A reply is written at the time of the report, so that it is the last of its
 * thread, and opens a thread that the author resolved, unless the claim is verified: Word folds resolved threads.
 */
export function prepareComments(
  { comments, madeAt }: Pick<WordPlan, 'comments' | 'madeAt'>,
  { threads }: WordComments,
  earlier: ReadonlyMap<number, readonly EarlierComment[]>,
  additions: Additions,
): PreparedClaim[] {
  const firstIds = new Map(
    threads
      .flatMap(({ first, replies }) => [first, ...replies].map((one) => [createKey(one), first.id] as const))
      .toReversed(),
  );
  const lines = prepareLines(comments, additions);
  return comments.map(({ durableId, author, initials, at, repliesTo }, index) => {
    const own = lines[index] ?? [];
    const last = earlier.get(index)?.at(-1);
    if (last && saysSame(last, author, own))
      return { comment: null, at: last.comment.at === null ? at : toSecond(last.comment.at) };
    const comment: PreparedComment = {
      id: additions.nextId(),
      durableId,
      author,
      initials,
      at: last ? madeAt : at,
      lines: last ? addFormer(own, last) : own,
      parent: last?.first.id ?? (repliesTo && firstIds.get(createKey(repliesTo))) ?? null,
      reopens: last?.isResolved === true && parseCommentHeading(getText(own[0] ?? []))?.status !== 'verified',
    };
    return { comment, at: comment.at };
  });
}

/** The numbers that claims have now, by the ids of their earlier comments that have others. */
export function listNewNumbers(
  comments: readonly PlanComment[],
  earlier: ReadonlyMap<number, readonly EarlierComment[]>,
): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [index, own] of earlier) {
    const now = comments[index]?.claim ?? null;
    for (const { comment, heading } of own)
      if (now !== null && heading.number !== null && heading.number !== now) numbers.set(comment.id, now);
  }
  return numbers;
}
