import { z } from 'zod';

/** The closed list of what changes nothing that is said. */
const styleKinds = ['spacing', 'quotes', 'dashes', 'punctuation', 'case'] as const;

export type StyleKind = (typeof styleKinds)[number];

/** What else a change is about. `quotation`: words became quoted, or no longer are; `sign`: a sign that means something. */
const materialKinds = [
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

export const changeKinds = [...styleKinds, ...materialKinds] as const;

export const wordChangeSchema = z.strictObject({
  before: z.string(),
  after: z.string(),
  /** Whether it may change what is said: everything but the closed list does. */
  material: z.boolean(),
  reason: z.enum(changeKinds),
});

/** Words of a text that became others; one of them is empty where words were put in or taken out. */
export type WordChange = z.infer<typeof wordChangeSchema>;

export type ChangeKind = WordChange['reason'];

/** A change of style only. */
export function styleChange(before: string, after: string, reason: StyleKind): WordChange {
  return { before, after, material: false, reason };
}

/** A change of what may be said. */
export function materialChange(
  before: string,
  after: string,
  reason: Exclude<ChangeKind, StyleKind>,
): WordChange {
  return { before, after, material: true, reason };
}
