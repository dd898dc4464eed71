import type { Stance } from '../../evidence';
import { maxLineLength, maxProseLength } from '../../primitives';
import type { EvidenceFields } from '../evidence-edits';

/** Joins two texts with a separator, unless `isContained` says that the first contains the second. */
function joinTexts(text: string, added: string, separator: string, isContained: boolean): string {
  if (added.trim() === '' || isContained) return text;
  return text.trim() === '' ? added : `${text}${separator}${added}`;
}

/** Joins two texts that are lists of parts. A list that the first text contains is not added again. */
function joinDistinctParts(text: string, added: string, separator: string): string {
  const isContained = `${separator}${text}${separator}`.includes(`${separator}${added.trim()}${separator}`);
  return joinTexts(text, added, separator, isContained);
}

/** Joins two positions in a source into one line. Compares whole parts: page 12 does not contain page 1. */
export function joinLocators(locator: string, added: string): string {
  return joinDistinctParts(locator, added, '; ');
}

/** Joins two quotes. A quote that the first one contains is not added again. */
export function joinQuotes(quote: string, added: string): string {
  return joinTexts(quote, added, ' […] ', quote.includes(added.trim()));
}

/** Joins two notes, the second below the first. A note that the first one contains as whole lines is not added again. */
export function joinNotes(note: string, added: string): string {
  return joinDistinctParts(note, added, '\n');
}

/** The stance of merged evidence when both were chosen. Context says less than the others, which contradict each other: null. */
const mergedStances: Record<Stance, Record<Stance, Stance | null>> = {
  supports: { supports: 'supports', refutes: null, context: 'supports' },
  refutes: { supports: null, refutes: 'refutes', context: 'refutes' },
  context: { supports: 'supports', refutes: 'refutes', context: 'context' },
};

/**
 * Merges two stances. One that somebody chose takes precedence over one that only follows the verdict (null). Undefined when they
 * contradict each other.
 */
function mergeStances(a: Stance | null, b: Stance | null): Stance | null | undefined {
  return a === null || b === null ? (a ?? b) : (mergedStances[a][b] ?? undefined);
}

/** Wraps the text, as '' is stored as null; null when it is longer than `maxLength`. */
function limitText(text: string, maxLength: number): { text: string | null } | null {
  return text.length > maxLength ? null : { text: text === '' ? null : text };
}

/**
 * Merges two pieces of evidence that link the same claim and source. Null when that is impossible: one supports what the
 * other refutes, or a text would be too long.
 */
export function mergeEvidence(evidence: EvidenceFields, added: EvidenceFields): EvidenceFields | null {
  const stance = mergeStances(evidence.stance, added.stance);
  const locator = limitText(joinLocators(evidence.locator ?? '', added.locator ?? ''), maxLineLength);
  const quote = limitText(joinQuotes(evidence.quote ?? '', added.quote ?? ''), maxProseLength);
  const note = limitText(joinNotes(evidence.note ?? '', added.note ?? ''), maxProseLength);
  if (stance === undefined || !locator || !quote || !note) return null;
  return { stance, locator: locator.text, quote: quote.text, note: note.text };
}
