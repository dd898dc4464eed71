import { z } from 'zod';

/** What a change of words is about. The first few are the closed list of what does not change what is said. */
export const changeKinds = [
  'spacing',
  'quotes',
  'dashes',
  'punctuation',
  'case',
  'number',
  'date',
  'name',
  'unit',
  'negation',
  'hedge',
  'quotation',
  'question',
  'sign',
  'words',
] as const;

export const wordChangeSchema = z.strictObject({
  before: z.string(),
  after: z.string(),
  /** Whether it may change what is said: whatever is not on the closed list does. */
  material: z.boolean(),
  reason: z.enum(changeKinds),
});

/** Words of a passage that became others; either may be empty. */
export type WordChange = z.infer<typeof wordChangeSchema>;

export type ChangeKind = WordChange['reason'];
