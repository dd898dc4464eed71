import { z } from 'zod';
import { storedObject } from '../../text/stored-object';
import { recutSentenceSchema } from '../claims/recut-sentence';
import type { ReviewCopy, ReviewData } from './review-copy';
import { tables } from './tables';

function rows<S extends z.ZodType>(schema: S) {
  return z.array(schema).default([]);
}

const reviewTables = {
  article: rows(tables.article.schema),
  drafts: rows(tables.drafts.schema),
  claims: rows(tables.claims.schema),
  placements: rows(tables.placements.schema),
  sources: rows(tables.sources.schema),
  evidence: rows(tables.evidence.schema),
  attachments: rows(tables.attachments.schema),
  dismissals: rows(tables.dismissals.schema),
  proposedEvidence: rows(tables.proposedEvidence.schema),
  tags: rows(tables.tags.schema),
  dismissedQueries: rows(tables.dismissedQueries.schema),
};

/**
 * A review in the form in which it is written to the disk. A snapshot of an earlier version lacks newer tables, and newer
 * fields for which the table's schema has defaults.
 */
export const reviewDataSchema: z.ZodType<ReviewData> = storedObject(reviewTables);

/** A review as it is sent to the window. */
export const reviewCopySchema: z.ZodType<ReviewCopy> = z.strictObject({
  ...reviewTables,
  recutSentences: z.array(recutSentenceSchema),
});
