import type { claimKinds } from '../domain/claim';
import type { Span } from '../text/span';

/** The kinds of checkable content that are spotted. */
export const spotKinds = [
  'figure',
  'money',
  'share',
  'date',
  'quotation',
  'superlative',
  'comparison',
  'cause',
  'role',
  'law',
  'name',
] as const;

export type SpotKind = (typeof spotKinds)[number];

export const spotKindLabels: Record<SpotKind, string> = {
  figure: 'Figure',
  money: 'Money',
  share: 'Share',
  date: 'Date',
  quotation: 'Quotation',
  superlative: 'Superlative or ranking',
  comparison: 'Comparison',
  cause: 'Cause',
  role: 'Name and role',
  law: 'Law or record',
  name: 'Name',
};

/** The kind that a claim made on a spotted span starts with. */
export const claimKindsOfSpots: Record<SpotKind, (typeof claimKinds)[number]> = {
  figure: 'figure',
  money: 'figure',
  share: 'figure',
  date: 'date',
  quotation: 'quote',
  superlative: 'other',
  comparison: 'figure',
  cause: 'other',
  role: 'name',
  law: 'other',
  name: 'name',
};

/** Words worth checking, found by rules. It is derived from a draft's text and never stored. */
export interface SpottedSpan {
  /** UTF-16 offsets into the draft's text, within one block, on grapheme boundaries. */
  span: Span;
  kind: SpotKind;
  /** Why it is worth checking, in a few words that begin with a capital and have no full stop: "A share of a whole". */
  reason: string;
  /** How much it is worth checking, from 0 to 1: the order of the list. */
  worth: number;
  /** Who says it, in the words of the text; null where the text does not say. */
  claimant: string | null;
}
