import { findWrapColumn, isHardWrapped } from '../hard-wrapped';
import type { Span } from '../span';

/** How many texts are remembered: the two drafts of a comparison, and others in between. */
const maxRemembered = 4;

/** The wrap columns of texts that were asked for last. */
const columns = new Map<string, number | null>();

function getWrapColumn(text: string): number | null {
  const known = columns.get(text);
  if (known !== undefined) return known;
  const column = findWrapColumn(text);
  const [oldest] = columns.keys();
  if (columns.size >= maxRemembered && oldest !== undefined) columns.delete(oldest);
  columns.set(text, column);
  return column;
}

/**
 * A block of the text, with spaces for the line breaks of an editor that wrapped the text: UAX #29 ends a sentence at every line
 * break, and a sentence goes on across those. The offsets stay the same. Line breaks of the author stay.
 */
export function joinWrappedLines(text: string, { start, end }: Span): string {
  const block = text.slice(start, end);
  // Few blocks have line breaks, so that few texts need to be looked through.
  if (!block.includes('\n')) return block;
  return isHardWrapped(block, getWrapColumn(text)) ? block.replaceAll('\n', ' ') : block;
}
