import { z } from 'zod';
import { storedObject } from '../text/stored-object.ts';

/** Changes of style, which change nothing that is said. The list is closed: every other change is material. */
const styleKinds = ['spacing', 'quotes', 'dashes', 'punctuation', 'case'] as const;

export type StyleKind = (typeof styleKinds)[number];

/**
 * Changes that may change what is said. `quotation`: text became quoted or is no longer quoted; `sign`: a symbol or punctuation
 * mark that has a meaning.
 */
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

export type MaterialKind = (typeof materialKinds)[number];

export const changeKinds = [...styleKinds, ...materialKinds] as const;

export const wordChangeSchema = storedObject({
  before: z.string(),
  after: z.string(),
  /** Whether the change may change what is said, which all kinds but those of style do. */
  material: z.boolean(),
  reason: z.enum(changeKinds),
});

/** A part of a text that became another; one of the two is empty where text was inserted or removed. */
export type WordChange = z.infer<typeof wordChangeSchema>;

export type ChangeKind = WordChange['reason'];

/** Creates a change of style, which changes nothing that is said. */
export function createStyleChange(before: string, after: string, reason: StyleKind): WordChange {
  return { before, after, material: false, reason };
}

/** Creates a change that may change what is said. */
export function createMaterialChange(before: string, after: string, reason: MaterialKind): WordChange {
  return { before, after, material: true, reason };
}
