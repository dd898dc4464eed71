import { isHardWrapped } from '../hard-wrapped';
import type { Span } from '../span';

/**
 * A block of the text, with spaces for the line breaks of an editor that wrapped the text: UAX #29 ends a sentence at every line
 * break, and a sentence goes on across those. The offsets stay the same. Line breaks of the author stay.
 */
export function joinWrappedLines(text: string, { start, end }: Span): string {
  const block = text.slice(start, end);
  return block.includes('\n') && isHardWrapped(block) ? block.replaceAll('\n', ' ') : block;
}
