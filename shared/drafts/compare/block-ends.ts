import type { Tokens } from '../../alignment/tokens/tokens';
import { blockSeparator } from '../../domain/draft/draft';
import { intAt } from '../../text/sequences/at';

/** Whether a token is the last one of its block, and another block follows. */
export function isLastInBlock({ text, starts, ends, count }: Tokens, token: number): boolean {
  return (
    token + 1 < count && text.slice(intAt(ends, token), intAt(starts, token + 1)).includes(blockSeparator)
  );
}
