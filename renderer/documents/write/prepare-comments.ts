import {
  type CommentHeading,
  formatCommentHeading,
  parseCommentHeading,
} from '#shared/domain/base/word-comments.ts';
import { type CommentThread, type DocumentComment, sortByTime } from '#shared/import/base/comment-claims.ts';
import type { PlanComment, PlanLine, WordPlan } from '#shared/reports/word/word-plan.ts';
import { getAttribute } from '../read/base/xml.ts';
import type { WordComments } from '../read/word/document/comments.ts';
import { getSignature } from '../read/word/document/own-changes.ts';
import type { ClaimAnchor } from './annotation-places.ts';
import type { EditedStory } from './text-places.ts';

/** Text elements by their indexes, the last included; one that ends before it begins is the place between two of them. */
interface ElementRange {
  from: number;
  to: number;
}

/** Reads which text elements the comments of a story are on, by the ids of the comments. Deleted texts do not count. */
export function readCommentRanges({ root, indexes }: EditedStory): Map<string, ElementRange> {
  const ranges = new Map<string, ElementRange>();
  const starts = new Map<string, number>();
  let next = 0;
  for (const element of root.querySelectorAll('*')) {
    const { localName } = element;
    if (localName === 'commentRangeStart') starts.set(getAttribute(element, 'id') ?? '', next);
    else if (localName === 'commentRangeEnd' || localName === 'commentReference') {
      const id = getAttribute(element, 'id') ?? '';
      if (!ranges.has(id)) ranges.set(id, { from: starts.get(id) ?? next, to: next - 1 });
    } else if (localName !== 'delText') next = (indexes.get(element) ?? next - 1) + 1;
  }
  return ranges;
}

/** The text elements that a claim has words in; null for a claim without a place. */
export function getAnchorRange(anchor: ClaimAnchor | null, { indexes }: EditedStory): ElementRange | null {
  const from = anchor && indexes.get(anchor.start.element);
  if (!anchor || from === undefined || from === null) return null;
  return { from, to: anchor.end ? (indexes.get(anchor.end.element) ?? from) : from };
}

/** Whether ranges have an element in common; one that is on none meets those beside it. */
function meets(a: ElementRange, b: ElementRange): boolean {
  const isEmpty = a.to < a.from || b.to < b.from;
  return isEmpty ? a.from <= b.to + 1 && b.from <= a.to + 1 : a.from <= b.to && b.from <= a.to;
}

/** A comment that an earlier report of ours wrote into the file. */
interface EarlierComment {
  comment: DocumentComment;
  heading: CommentHeading;
  /** The first comment of its thread. */
  first: DocumentComment;
  isResolved: boolean;
}

/** A claim of the plan with its place in the file. */
interface PlannedClaim {
  index: number;
  plan: PlanComment;
  range: ElementRange | null;
}

function listOwn(threads: readonly CommentThread[]): EarlierComment[] {
  return threads.flatMap(({ first, replies, isResolved }) =>
    [first, ...replies].flatMap((comment) => {
      const heading = parseCommentHeading(comment.text);
      return heading ? [{ comment, heading, first, isResolved }] : [];
    }),
  );
}

/** How much speaks for a comment being about a claim: 0 when it is about another one. */
function score(
  { comment, heading }: EarlierComment,
  place: ElementRange | undefined,
  { plan, range }: PlannedClaim,
): number {
  const isSigned = getSignature(comment) === getSignature({ by: plan.author, at: plan.at });
  const { number } = heading;
  const isNumbered = number !== null && (plan.claim === number || plan.formerNumbers.includes(number));
  if (!range || !place) return isSigned && (isNumbered || number === plan.claim) ? 1 : 0;
  if (!meets(place, range)) return 0;
  const edges = Number(place.from === range.from) + Number(place.to === range.to);
  const points = edges + 2 * Number(isNumbered) + 2 * Number(isSigned);
  // One edge alone may be that of a claim within another one.
  return points < 2 ? 0 : points;
}

/** Finds the claims that may be meant without comparing each comment with each claim. */
function createCandidateFinder(claims: readonly PlannedClaim[]) {
  const groups = new Map<string, PlannedClaim[]>();
  const add = (key: string, claim: PlannedClaim) => {
    const group = groups.get(key);
    if (!group) groups.set(key, [claim]);
    else if (group.at(-1) !== claim) group.push(claim);
  };
  for (const claim of claims) {
    const { plan, range } = claim;
    for (const number of [plan.claim, ...plan.formerNumbers]) add(`number ${number}`, claim);
    if (range) for (const edge of ['from', 'to'] as const) add(`${edge} ${range[edge]}`, claim);
  }
  return ({ heading }: EarlierComment, place: ElementRange | undefined): PlannedClaim[] =>
    [`number ${heading.number}`, ...(place ? [`from ${place.from}`, `to ${place.to}`] : [])].flatMap(
      (key) => groups.get(key) ?? [],
    );
}

/**
 * Finds the comments that earlier reports of ours made on the claims of a plan, in the order of their times, by the indexes of the claims.
 * A comment is recognised by its durable id, which Word keeps. LibreOffice and Google Docs drop it: then by the words that it is on, and by
 * its number or its author and time. Its number alone says nothing, because other claims have it once claims were added.
 */
export function findEarlierComments(
  plans: readonly PlanComment[],
  ranges: readonly (ElementRange | null)[],
  threads: readonly CommentThread[],
  readPlaces: () => ReadonlyMap<string, ElementRange>,
): Map<number, EarlierComment[]> {
  const found = new Map<number, EarlierComment[]>();
  const all = listOwn(threads);
  if (all.length === 0) return found;
  const places = readPlaces();
  const claims = plans.map((plan, index) => ({ index, plan, range: ranges[index] ?? null }));
  const byDurableId = new Map(claims.map((claim) => [claim.plan.durableId, claim]));
  const listCandidates = createCandidateFinder(claims);
  for (const own of sortByTime(all, ({ comment }) => comment)) {
    const { id, durableId = '' } = own.comment;
    const place = places.get(id) ?? places.get(own.first.id);
    let best = byDurableId.get(durableId.toUpperCase());
    let most = 0;
    for (const claim of best ? [] : listCandidates(own, place)) {
      const points = score(own, place, claim);
      if (points <= most) continue;
      best = claim;
      most = points;
    }
    if (best) found.set(best.index, [...(found.get(best.index) ?? []), own]);
  }
  return found;
}

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
 * Gives comments their ids in the file, and finds the threads to which they reply. A claim that has a comment from an earlier report in the
 * file replies to it, unless the last of them says the same. A reply is written at the time of the report, so that it is the last of its
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
