import { type CommentHeading, parseCommentHeading } from '../../shared/domain/word-comments';
import {
  type CommentThread,
  type DocumentComment,
  sortByTime,
} from '../../shared/import/comments/comment-claims';
import type { PlanComment } from '../../shared/reports/word/word-plan';
import { getSignature } from '../importer/word/comments/own-changes';
import { getAttribute } from '../importer/xml';
import type { ClaimAnchor } from './anchor-claims';
import type { EditedStory } from './edited-story';

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
export interface EarlierComment {
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
 * A comment is recognised by its durable id, which Word keeps. LibreOffice and Google Docs drop it: then by the words that it is on, and by its number or its author and
 * time. Its number alone says nothing, because other claims have it once claims were added.
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
