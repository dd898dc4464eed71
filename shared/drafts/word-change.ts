import type { WordKind } from './word-kinds';

/** The closed list of what changes nothing that is said. */
export type StyleKind = 'spacing' | 'quotes' | 'dashes' | 'punctuation' | 'case';

/** What a change is about. `quotation`: words became quoted, or no longer are; `sign`: any other sign that means something. */
export type ChangeKind = StyleKind | WordKind | 'quotation' | 'question' | 'sign';

/** Words of a text that became others; one of them is empty where words were put in or taken out. */
export interface WordChange {
  readonly before: string;
  readonly after: string;
  /** Whether it may change what is said: everything but the closed list of `StyleKind`. */
  readonly material: boolean;
  readonly reason: ChangeKind;
}

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
