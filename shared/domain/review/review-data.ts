import { z } from 'zod';
import { storedObject } from '../../text/stored-object';
import { recutSentenceSchema } from '../claims/recut-sentence';
import type { ReviewCopy, ReviewData } from './review-copy';
import { mapTables, tables } from './tables';

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
