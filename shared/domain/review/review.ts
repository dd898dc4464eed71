import type { Article } from '../base/article.ts';
import type { DraftRow } from '../base/draft.ts';
import type { RecutSentence } from './recut-sentence.ts';
import { type Entities, type EntityKey, mapTables, type TableName, tables } from './tables.ts';

type ReviewTables = { [T in TableName]: Map<string, Entities[T]> };

/**
 * The whole state of one article's check: a table of each kind of entity, by id. An index of the references between
 * entities keeps the cost of checking a change and of finding an entity's dependants independent of the size of the
 * review. Entities are replaced, never mutated, so they can be used as values.
 */
export interface Review extends ReviewTables {
  /** For each entity, the ids of the entities that refer to it, by their table. Nothing in it is empty. */
  readonly referrers: Map<EntityKey, Map<TableName, Set<string>>>;
  /** Judged sentences that today's rules cut differently, by `getJudgementKey`. Derived from the drafts, never stored. */
  readonly recutSentences: Map<string, RecutSentence>;
}

export function createEmptyReview(): Review {
  return { ...mapTables<'rowsById'>(() => new Map()), referrers: new Map(), recutSentences: new Map() };
}

/** Returns one table of the review, with the type of its entities. */
export function getTable<T extends TableName>(review: ReviewTables, table: T): Map<string, Entities[T]> {
  return review[table];
}

function unlink<T extends TableName>(review: Review, table: T, entity: Entities[T]): void {
  for (const target of tables[table].references(entity)) {
    const referring = review.referrers.get(target);
    const ids = referring?.get(table);
    ids?.delete(entity.id);
    if (ids?.size === 0) referring?.delete(table);
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
    const referring = review.referrers.get(target) ?? new Map<TableName, Set<string>>();
    review.referrers.set(target, referring.set(table, (referring.get(table) ?? new Set()).add(entity.id)));
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
  const found: Entities[T][] = [];
  for (const id of review.referrers.get(target)?.get(table) ?? []) {
    const entity = rows.get(id);
    if (entity !== undefined) found.push(entity);
  }
  return found;
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
