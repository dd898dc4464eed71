import { findWrapColumn, isHardWrapped } from '../hard-wrapped';
import type { Span } from '../span';
import { rememberByText } from './remember-by-text';

const getWrapColumn = rememberByText((text: string, _: null) => findWrapColumn(text));

/**
 * A block of the text, with spaces for the line breaks of an editor that wrapped the text: UAX #29 ends a sentence at every line
 * break, and a sentence goes on across those. The offsets stay the same. Line breaks of the author stay.
 */
export function joinWrappedLines(text: string, { start, end }: Span): string {
  const block = text.slice(start, end);
  // Few blocks have line breaks, so that few texts need to be looked through.
  if (!block.includes('\n')) return block;
  return isHardWrapped(block, getWrapColumn(text, null)) ? block.replaceAll('\n', ' ') : block;
}
