import { z } from 'zod';
import { createRecord } from '../text/sequences/records';
import { storedObject } from '../text/stored-object';
import { idSchema, lineSchema, proseSchema } from './primitives';
import { type Verdict, verdicts, verdictTraits } from './verdict';

export const stances = ['supports', 'refutes', 'context'] as const;

export type Stance = (typeof stances)[number];

export const stanceLabels: Record<Stance, string> = {
  supports: 'Supports',
  refutes: 'Refutes',
  context: 'Context',
};

/** The stance of evidence for which nobody chose one, by the verdict of its claim. */
export const stancesByVerdict: Readonly<Record<Verdict, Stance>> = createRecord(
  verdicts,
  (verdict) => verdictTraits[verdict].stance,
);

export const evidenceSchema = storedObject({
  id: idSchema,
  claimId: idSchema,
  sourceId: idSchema,
  stance: z.enum(stances),
  /** Whether somebody chose the stance. One that nobody chose follows the verdict of the claim (`stancesByVerdict`). */
  stanceChosen: z.boolean(),
  /** The position in the source: page, paragraph, table or minute. */
  locator: lineSchema,
  /** The relevant words of the source. */
  quote: proseSchema,
  note: proseSchema,
});

/** The link of one claim to one source. */
export type Evidence = z.infer<typeof evidenceSchema>;
