import type { Article } from '../article';
import { getJudgementKey, type RecutSentence } from '../claims/recut-sentence';
import type { DraftRow } from '../draft';
import { type Entities, type EntityKey, parseEntityKey, type TableName, tableNames, tables } from './tables';

type ReviewTables = { [T in TableName]: Map<string, Entities[T]> };

/**
 * The whole state of one article's check: a table of each kind of entity, by id. An index of the references between
 * entities keeps the cost of checking a change and of finding an entity's dependants independent of the size of the
 * review. Entities are replaced, never mutated, so they can be used as values.
 *
 * The domain around it:
 *
 * - the entities are in the folder above: article, draft, claim, placement, source, evidence, attachment, dismissal
 * - `tables` lists them; `review-data` is the stored form of a review
 * - `placed-claims`, `review-queue`, `progress` and `stored-files` are derived from a review
 * - `../history` edits a review by changes, and undoes them
 * - `../claims` edits claims and derives their status; `../sources` edits, compares and merges sources
 * - `../library` is the list of all reviews
 */
export interface Review extends ReviewTables {
  /** For each entity, the keys of the entities that refer to it. */
  readonly referrers: Map<EntityKey, Set<EntityKey>>;
  /** Judged sentences that today's rules cut differently, by `getJudgementKey`. Derived from the drafts, never stored. */
  readonly recutSentences: Map<string, RecutSentence>;
}

/** A review as plain JSON: each table as a list of its entities. */
export type ReviewData = { [T in TableName]: Entities[T][] };

/** A review as it is sent to the window and to threads: with what is derived from drafts that they don't have. */
export interface ReviewCopy extends ReviewData {
  recutSentences: RecutSentence[];
}

export function createEmptyReview(): Review {
  return {
    article: new Map(),
    drafts: new Map(),
    claims: new Map(),
    placements: new Map(),
    sources: new Map(),
    evidence: new Map(),
    attachments: new Map(),
    dismissals: new Map(),
    referrers: new Map(),
    recutSentences: new Map(),
  };
}

/** Returns one table of the review, with the type of its entities. */
export function getTable<T extends TableName>(review: ReviewTables, table: T): Map<string, Entities[T]> {
  return review[table];
}

function unlink<T extends TableName>(review: Review, table: T, entity: Entities[T]): void {
  for (const target of tables[table].references(entity)) {
    const referring = review.referrers.get(target);
    referring?.delete(`${table}/${entity.id}`);
    if (referring?.size === 0) review.referrers.delete(target);
  }
}

/** Adds an entity to its table, or replaces the one with its id, and updates `referrers`. */
export function putEntity<T extends TableName>(review: Review, table: T, entity: Entities[T]): void {
  const rows = getTable(review, table);
  const before = rows.get(entity.id);
  if (before) unlink(review, table, before);
  rows.set(entity.id, entity);
  for (const target of tables[table].references(entity)) {
    const referring = review.referrers.get(target) ?? new Set();
    review.referrers.set(target, referring.add(`${table}/${entity.id}`));
  }
}

/** Removes an entity from its table, if it is there, and updates `referrers`. */
export function removeEntity<T extends TableName>(review: Review, table: T, id: string): void {
  const rows = getTable(review, table);
  const entity = rows.get(id);
  if (!entity) return;
  rows.delete(id);
  unlink(review, table, entity);
}

/** Finds the entities of one table that refer to the given one, in no particular order. */
export function findReferrers<T extends TableName>(
  review: Review,
  target: EntityKey,
  table: T,
): Entities[T][] {
  const rows = getTable(review, table);
  return Array.from(review.referrers.get(target) ?? [])
    .map(parseEntityKey)
    .filter((key) => key.table === table)
    .map((key) => rows.get(key.id))
    .filter((entity) => entity !== undefined);
}

/** The article under review. Throws on a review without one, which would be a bug. */
export function getArticle(review: Review): Article {
  for (const article of review.article.values()) return article;
  throw new Error('the review holds no article');
}

/** The newest draft. Throws on a review without one, which would be a bug. */
export function getNewestDraft(review: Review): DraftRow {
  const newest = Array.from(review.drafts.values()).reduce<DraftRow | null>(
    (best, draft) => (best === null || draft.number > best.number ? draft : best),
    null,
  );
  if (!newest) throw new Error('the review holds no draft');
  return newest;
}

/** Converts a review to plain data; the entities of each table are in the order in which they were added. */
export function reviewToData(review: Review): ReviewData {
  return {
    article: [...review.article.values()],
    drafts: [...review.drafts.values()],
    claims: [...review.claims.values()],
    placements: [...review.placements.values()],
    sources: [...review.sources.values()],
    evidence: [...review.evidence.values()],
    attachments: [...review.attachments.values()],
    dismissals: [...review.dismissals.values()],
  };
}

/** Copies a review as plain data for the window or a thread. */
export function copyReview(review: Review): ReviewCopy {
  return { ...reviewToData(review), recutSentences: [...review.recutSentences.values()] };
}

/** Adds judged sentences that today's rules cut differently. */
export function addRecutSentences(review: Review, sentences: readonly RecutSentence[]): void {
  for (const one of sentences) review.recutSentences.set(getJudgementKey(one.claimId, one), one);
}

/** Creates a review from plain data, which must have been parsed with `reviewDataSchema` or `reviewCopySchema`. */
export function reviewFromData(data: ReviewData | ReviewCopy): Review {
  const review = createEmptyReview();
  if ('recutSentences' in data) addRecutSentences(review, data.recutSentences);
  const rowsByTable: ReviewData = data;
  const fill = <T extends TableName>(table: T) => {
    for (const entity of rowsByTable[table]) putEntity(review, table, entity);
  };
  for (const table of tableNames) fill(table);
  return review;
}
