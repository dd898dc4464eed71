import type { PlanComment, PlanLine } from '../../../../shared/reports/word/word-plan';
import type { WordComments } from '../comments/comments';
import type { PreparedComment } from './annotations/prepared-comment';
import { EarlierComments } from './earlier-comments';

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

const createKey = ({ by, at, text }: { by: string; at: string | null; text: string }) =>
  JSON.stringify([by, at, text]);

/**
 * Gives comments their ids in the file, and finds the threads to which they reply. A claim that has a comment from an earlier report in
 * the file replies to it, and null stands for one that would repeat it word for word.
 */
export function prepareComments(
  comments: readonly PlanComment[],
  { threads }: WordComments,
  additions: Additions,
): (PreparedComment | null)[] {
  const firstIds = new Map(
    threads
      .flatMap(({ first, replies }) => [first, ...replies].map((one) => [createKey(one), first.id] as const))
      .toReversed(),
  );
  const earlier = new EarlierComments(threads);
  const lines = prepareLines(comments, additions);
  return comments.map(({ durableId, author, initials, at, repliesTo }, index) => {
    const own = lines[index] ?? [];
    if (earlier.has(author, own)) return null;
    return {
      ...{ id: additions.nextId(), durableId, author, initials, at, lines: own },
      parent: (repliesTo && firstIds.get(createKey(repliesTo))) ?? earlier.findThread(durableId),
    };
  });
}
