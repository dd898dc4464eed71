import type { Stance } from '../evidence';
import { longestLine, longestProse } from '../primitives';
import type { EvidenceFields } from './source-edits';

/** Two texts as one; `isSaid` says whether the first one has the words of the second already. */
function joinTexts(standing: string, added: string, between: string, isSaid: boolean): string {
  if (added.trim() === '' || isSaid) return standing;
  return standing.trim() === '' ? added : `${standing}${between}${added}`;
}

/** Two texts of parts as one: a part that both have stands once. */
function joinParts(standing: string, added: string, between: string): string {
  const isSaid = `${between}${standing}${between}`.includes(`${between}${added.trim()}${between}`);
  return joinTexts(standing, added, between, isSaid);
}

/** Two places in a source as one line. Page 1 is not page 12. */
export function joinLocators(standing: string, added: string): string {
  return joinParts(standing, added, '; ');
}

/** Two quotes as one; words that both quote stand once. */
export function joinQuotes(standing: string, added: string): string {
  return joinTexts(standing, added, ' […] ', standing.includes(added.trim()));
}

export function joinNotes(standing: string, added: string): string {
  return joinParts(standing, added, '\n');
}

/** Context says less than the other two, which contradict each other: null. */
function joinStances(one: Stance, other: Stance): Stance | null {
  if (one === other || other === 'context') return one;
  return one === 'context' ? other : null;
}

function textOrNull(text: string, longest: number): { text: string | null } | null {
  return text.length > longest ? null : { text: text === '' ? null : text };
}

/**
 * What two ties of one claim to one source say, as one tie. Null when that can't be one: one supports what the other refutes,
 * or a text would be longer than it may be.
 */
export function joinTies(standing: EvidenceFields, added: EvidenceFields): EvidenceFields | null {
  const stance = joinStances(standing.stance, added.stance);
  const locator = textOrNull(joinLocators(standing.locator ?? '', added.locator ?? ''), longestLine);
  const quote = textOrNull(joinQuotes(standing.quote ?? '', added.quote ?? ''), longestProse);
  const note = textOrNull(joinNotes(standing.note ?? '', added.note ?? ''), longestProse);
  if (!stance || !locator || !quote || !note) return null;
  return { stance, locator: locator.text, quote: quote.text, note: note.text };
}
