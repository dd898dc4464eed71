import { hasRightToLeft } from '../characters/direction.ts';
import { findGraphemeStart } from '../segmenter/graphemes.ts';

/** Joins phrases as a sentence lists them: `Ada`, `Ada and Bo`, `Ada, Bo and Cy`. Empty for an empty list. */
export function joinList(phrases: readonly string[]): string {
  const last = phrases.at(-1) ?? '';
  return phrases.length < 2 ? last : `${phrases.slice(0, -1).join(', ')} and ${last}`;
}

/** Puts a text on one line: each sequence of white space becomes one space, and none is left at the ends. */
export function collapseWhitespace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * A text on one line of at most `maxLength` UTF-16 code units (1 or more). A longer one is cut between words where possible,
 * never within a grapheme, and ends in an ellipsis.
 */
export function shorten(text: string, maxLength: number): string {
  const line = collapseWhitespace(text);
  if (line.length <= maxLength) return line;
  const cut = line.slice(0, findGraphemeStart(line, maxLength - 1));
  // A space can belong to the grapheme of the sign before it.
  const lastSpace = findGraphemeStart(cut, Math.max(0, cut.lastIndexOf(' ')));
  return `${(lastSpace > maxLength / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}

const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';

/** How text that people wrote is put into a sentence of the interface or of a report. */
export type InlineTextFormatter = (text: string) => string;

/**
 * Isolates the direction of a text (UAX #9, first strong isolate), so that a right-to-left name or quotation does not reorder
 * the figures and punctuation after it. Texts without right-to-left characters stay as they are.
 */
export const isolate: InlineTextFormatter = (text) =>
  hasRightToLeft(text) ? `${firstStrongIsolate}${text}${popIsolate}` : text;

/** Where a library is open for editing, to follow “open” and the like: by the name of the computer, and whether it is this one. */
export function formatHolder({ host, isHere }: { host: string; isHere: boolean }): string {
  return isHere ? `in another Stet on this computer (${host})` : `on ${host}`;
}

/** A web address or DOI as the last word: programs that make a link of it would take a full stop for a part of it. */
const endsWithAddress = /(?:^|[\s(<“"\u2068])(?:https?:\/\/|www\.|doi:)[^\s<>"“”]*[\w/=#&%~-]\u2069?$/i;

/**
 * Ends a text with a full stop, unless it ends like a sentence already, also where quotes or a directional isolate close after
 * its end, or with an address.
 */
export function endSentence(text: string): string {
  return /[.!?…]["'”’)\u2069]*\s*$/.test(text) || endsWithAddress.test(text) ? text : `${text}.`;
}

/** Makes the first letter a capital one. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
