import { z } from 'zod';
import type { ReviewData } from './review';
import { tables } from './tables';

/** A review as it is written to disk and sent to the window. */
export const reviewDataSchema: z.ZodType<ReviewData> = z.strictObject({
  article: z.array(tables.article.schema),
  drafts: z.array(tables.drafts.schema),
  claims: z.array(tables.claims.schema),
  placements: z.array(tables.placements.schema),
  sources: z.array(tables.sources.schema),
  evidence: z.array(tables.evidence.schema),
  attachments: z.array(tables.attachments.schema),
  dismissals: z.array(tables.dismissals.schema),
});
