import { z } from 'zod';
import { storedObject } from '#shared/text/stored-object.ts';
import type { StoredFile } from '../base/attachment.ts';
import { getKeptOriginal } from '../base/draft.ts';
import { getJudgementKey, type RecutSentence, recutSentenceSchema } from './recut-sentence.ts';
import { createEmptyReview, getTable, putEntity, type Review } from './review.ts';
import { type Entities, mapTables, type TableName, tableNames, tables } from './tables.ts';

/** The media type of Word documents, the only files that the vault keeps beside fetched pages and attachments. */
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Lists the files of a review that are in the vault, each with the id of its attachment, or of the draft that was read from
 * it.
 */
export function listStoredFiles(review: Review): (StoredFile & { id: string })[] {
  const originals = [...review.drafts.values()].flatMap(({ id, origin }) => {
    const kept = getKeptOriginal(origin);
    const mime = origin.kind === 'web' ? origin.mime : wordType;
    return kept && origin.name !== null ? [{ ...kept, name: origin.name, mime, id }] : [];
  });
  return [...review.attachments.values(), ...originals].map(({ id, sha256, name, bytes, mime }) => ({
    id,
    sha256,
    name,
    bytes,
    mime,
  }));
}

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

const reviewTables = mapTables<'rowsSchema'>((table) => z.array(tables[table].schema).default([]));

/**
 * A review in the form in which it is written to the disk. A snapshot may lack tables that its version did not know, and fields
 * for which the table's schema has defaults.
 */
export const reviewDataSchema: z.ZodType<ReviewData> = storedObject(reviewTables);

/** A review as it is sent to the window. */
export const reviewCopySchema: z.ZodType<ReviewCopy> = z.strictObject({
  ...reviewTables,
  recutSentences: z.array(recutSentenceSchema),
});
