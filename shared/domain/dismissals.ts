import { z } from 'zod';
import { spanSchema } from '../text/span';
import { storedObject } from '../text/stored-object';
import { idSchema, lineSchema, proseSchema, timestampSchema } from './primitives';

/** A span of one draft that a reviewer marked as "nothing to check here". */
export const dismissalSchema = storedObject({
  id: idSchema,
  draftId: idSchema,
  span: spanSchema,
  by: lineSchema,
  at: timestampSchema,
});

/** Most places that one query names. */
const maxPlaces = 20;

export const dismissedQuerySchema = storedObject({
  id: idSchema,
  /** The rule that raised it. A string, because a later version has rules that this one does not know. */
  rule: z.string().min(1).max(40),
  /**
   * The words of its places in order. They identify the query together with the rule, so that it stays dismissed in the next draft
   * while the words are the same, and is raised again once they differ.
   */
  words: z.array(z.string().min(1)).min(1).max(maxPlaces),
  reason: proseSchema,
  by: lineSchema,
  at: timestampSchema,
});

/** A query that the reviewer dismissed, with the reason. */
export type DismissedQuery = z.infer<typeof dismissedQuerySchema>;
