import type { claimKinds } from '#shared/domain/base/claim.ts';
import type { Span } from '#shared/text/span.ts';

/** The kinds of spotted content, each with its label and the first kind of a claim that is made from it. */
const spotKindTable = [
  { kind: 'figure', label: 'Figure', claimKind: 'figure' },
  { kind: 'money', label: 'Money', claimKind: 'figure' },
  { kind: 'share', label: 'Share', claimKind: 'figure' },
  { kind: 'date', label: 'Date', claimKind: 'date' },
  { kind: 'quotation', label: 'Quotation', claimKind: 'quote' },
  { kind: 'superlative', label: 'Superlative or ranking', claimKind: 'other' },
  { kind: 'scope', label: 'All, none or never', claimKind: 'other' },
  { kind: 'comparison', label: 'Comparison', claimKind: 'figure' },
  { kind: 'cause', label: 'Cause', claimKind: 'other' },
  { kind: 'role', label: 'Name and role', claimKind: 'name' },
  { kind: 'law', label: 'Law', claimKind: 'other' },
  { kind: 'name', label: 'Name', claimKind: 'name' },
] as const satisfies readonly { kind: string; label: string; claimKind: (typeof claimKinds)[number] }[];

export type SpotKind = (typeof spotKindTable)[number]['kind'];

export const spotKinds: readonly SpotKind[] = spotKindTable.map(({ kind }) => kind);

const byKind = new Map<SpotKind, (typeof spotKindTable)[number]>(spotKindTable.map((one) => [one.kind, one]));

export function getSpotKindLabel(kind: SpotKind): string {
  return byKind.get(kind)?.label ?? kind;
}

/** The first kind of a claim that is made from a spotted span. */
export function getClaimKind(kind: SpotKind): (typeof claimKinds)[number] {
  return byKind.get(kind)?.claimKind ?? 'other';
}

/** Words worth checking, found by rules. It is derived from a draft's text and never stored. */
export interface SpottedSpan {
  /** UTF-16 offsets into the draft's text, within one block, on grapheme boundaries. */
  span: Span;
  kind: SpotKind;
  /** Why it is worth checking, in a few words that begin with a capital and have no full stop: "A share of a whole". */
  reason: string;
  /** How much it needs checking, from 0 to 1. The list is sorted by it. */
  score: number;
  /** The speaker, in the words of the text; null where the text names none. */
  claimant: string | null;
}
