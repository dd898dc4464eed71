import { getJudgementKey, type RecutSentence } from '../claims/recut-sentence';
import { createEmptyReview, getTable, putEntity, type Review } from './review';
import { type Entities, mapTables, type TableName, tableNames } from './tables';

/** A review as plain JSON: each table as a list of its entities. */
export type ReviewData = { [T in TableName]: Entities[T][] };

/** A review as it is sent to the window and to threads: with what is derived from drafts that they don't have. */
export interface ReviewCopy extends ReviewData {
  recutSentences: RecutSentence[];
}

/** Converts a review to plain data; the entities of each table are in the order in which they were added. */
export function reviewToData(review: Review): ReviewData {
  return mapTables<'rows'>((table) => [...getTable(review, table).values()]);
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
