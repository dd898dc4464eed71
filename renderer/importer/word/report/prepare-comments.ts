import type { PlanComment, PlanLine } from '../../../../shared/reports/word/word-plan';
import type { WordComments } from '../comments/comments';
import type { PreparedComment } from './annotations/prepared-comment';

interface Additions {
  nextId: () => number;
  /** Words that the comment of a claim has to quote, by its index; null for none. */
  getQuote: (index: number) => string | null;
  /** Lines about corrections that could not be tracked, by the index of the comment. */
  notTracked: ReadonlyMap<number, readonly PlanLine[]>;
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

/** Gives comments their ids in the file, and finds the threads to which they reply. */
export function prepareComments(
  comments: readonly PlanComment[],
  { threads }: WordComments,
  additions: Additions,
): PreparedComment[] {
  const createKey = ({ by, at, text }: { by: string; at: string | null; text: string }) =>
    JSON.stringify([by, at, text]);
  const firstIds = new Map(
    threads
      .flatMap(({ first, replies }) => [first, ...replies].map((one) => [createKey(one), first.id] as const))
      .toReversed(),
  );
  const lines = prepareLines(comments, additions);
  return comments.map(({ durableId, author, initials, at, repliesTo }, index) => ({
    ...{ id: additions.nextId(), durableId, author, initials, at },
    lines: lines[index] ?? [],
    parent: repliesTo && (firstIds.get(createKey(repliesTo)) ?? null),
  }));
}
