import { z } from 'zod';
import type { ReviewData } from './review';
import { tables } from './tables';

function rows<S extends z.ZodType>(schema: S) {
  return z.array(schema).default([]);
}

/**
 * A review as it is written to disk and sent to the window. A snapshot of an earlier version lacks tables that came later, and
 * fields that the schema of their table has defaults for.
 */
export const reviewDataSchema: z.ZodType<ReviewData> = z.strictObject({
  article: rows(tables.article.schema),
  drafts: rows(tables.drafts.schema),
  claims: rows(tables.claims.schema),
  placements: rows(tables.placements.schema),
  sources: rows(tables.sources.schema),
  evidence: rows(tables.evidence.schema),
  attachments: rows(tables.attachments.schema),
  dismissals: rows(tables.dismissals.schema),
});
