import type { Article } from '../article';
import type { DraftRow } from '../draft';
import { type Entities, type EntityKey, splitKey, type TableName, tableNames, tables } from './tables';

type ReviewTables = { [T in TableName]: Map<string, Entities[T]> };

/**
 * The whole state of one article's check: tables by id, and beside them who refers to whom, so that a change is checked
 * and an entity's dependants are found at a cost that does not grow with the review. Entities are replaced, never
 * mutated: whoever holds one holds a value.
 */
export interface Review extends ReviewTables {
  readonly referrers: Map<EntityKey, Set<EntityKey>>;
}

/** A review as plain JSON: each table as the list of its entities. */
export type ReviewData = { [T in TableName]: Entities[T][] };

/** A review in which nothing stands yet. */
export function emptyReview(): Review {
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
  };
}

/** One table of the review, typed by its name. */
export function rowsOf<T extends TableName>(review: ReviewTables, table: T): Map<string, Entities[T]> {
  return review[table];
}

function unlink<T extends TableName>(review: Review, table: T, entity: Entities[T]): void {
  for (const target of tables[table].references(entity)) {
    const referring = review.referrers.get(target);
    referring?.delete(`${table}/${entity.id}`);
    if (referring?.size === 0) review.referrers.delete(target);
  }
}

/** Puts an entity into its table, in place of the one with its id, and keeps `referrers` true. */
export function putEntity<T extends TableName>(review: Review, table: T, entity: Entities[T]): void {
  const rows = rowsOf(review, table);
  const before = rows.get(entity.id);
  if (before) unlink(review, table, before);
  rows.set(entity.id, entity);
  for (const target of tables[table].references(entity)) {
    const referring = review.referrers.get(target) ?? new Set();
    review.referrers.set(target, referring.add(`${table}/${entity.id}`));
  }
}

/** Takes an entity out of its table, if it is there, and keeps `referrers` true. */
export function dropEntity<T extends TableName>(review: Review, table: T, id: string): void {
  const rows = rowsOf(review, table);
  const entity = rows.get(id);
  if (!entity) return;
  rows.delete(id);
  unlink(review, table, entity);
}

/** The entities of one table that refer to the one named, in no particular order. */
export function referringTo<T extends TableName>(review: Review, target: EntityKey, table: T): Entities[T][] {
  const rows = rowsOf(review, table);
  return Array.from(review.referrers.get(target) ?? [])
    .map(splitKey)
    .filter((key) => key.table === table)
    .map((key) => rows.get(key.id))
    .filter((entity) => entity !== undefined);
}

/** The piece under review. Throws on a review in which no article was opened: that is a bug, not a state. */
export function articleOf(review: Review): Article {
  for (const article of review.article.values()) return article;
  throw new Error('the review holds no article');
}

/** The newest draft. Throws on a review without one: that is a bug, not a state. */
export function currentDraft(review: Review): DraftRow {
  const newest = Array.from(review.drafts.values()).reduce<DraftRow | null>(
    (best, draft) => (best === null || draft.number > best.number ? draft : best),
    null,
  );
  if (!newest) throw new Error('the review holds no draft');
  return newest;
}

/** The review as plain data; entities in the order in which they were put. */
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

/** The review that the data describe. The data must have been parsed with `reviewDataSchema`. */
export function reviewFromData(data: ReviewData): Review {
  const review = emptyReview();
  const fill = <T extends TableName>(table: T) => {
    for (const entity of data[table]) putEntity(review, table, entity);
  };
  for (const table of tableNames) fill(table);
  return review;
}
