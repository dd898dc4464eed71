import { blockSeparator } from '../../domain/draft';
import type { Span } from '../../text/span';
import { at, type Tokens } from './tokens';

/** Where words of a text stand, from one up to another, in UTF-16 offsets. */
export function spanOf({ starts, ends }: Tokens, first: number, end: number): Span {
  return { start: at(starts, first), end: at(ends, end - 1) };
}

/** Whether a block ends behind a word. */
export function endsBlock({ text, starts, ends, count }: Tokens, word: number): boolean {
  return word + 1 < count && text.slice(at(ends, word), at(starts, word + 1)).includes(blockSeparator);
}
