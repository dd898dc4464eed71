import { z } from 'zod';
import { storedObject } from '../text/stored-object';
import { idSchema, lineSchema, proseSchema } from './primitives';

export const stances = ['supports', 'refutes', 'context'] as const;

export type Stance = (typeof stances)[number];

export const stanceLabels: Record<Stance, string> = {
  supports: 'Supports',
  refutes: 'Refutes',
  context: 'Context',
};

export const evidenceSchema = storedObject({
  id: idSchema,
  claimId: idSchema,
  sourceId: idSchema,
  stance: z.enum(stances),
  /** The position in the source: page, paragraph, table or minute. */
  locator: lineSchema,
  /** The relevant words of the source. */
  quote: proseSchema,
  note: proseSchema,
});

/** The link of one claim to one source. */
export type Evidence = z.infer<typeof evidenceSchema>;
