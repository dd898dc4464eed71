import * as fc from 'fast-check';
import { cleanSelection } from '../../../shared/text/clean-selection';
import type { Span } from '../../../shared/text/span';
import { dragOver, dropSelection } from '../app/input';
import { pointsOf } from '../app/locate-span';
import type { Walker } from '../app/walker';
import type { World } from '../model/model';
import { anyOf, pick } from './command';

/** Which words: of a block, from a word on, so many. */
export const words = fc.record({ block: anyOf, word: anyOf, count: fc.integer({ min: 1, max: 9 }) });

export function spanOf(
  { stored }: Walker,
  { block, word, count }: { block: number; word: number; count: number },
): Span {
  const { text, blocks } = stored.draft;
  const chosen = pick(blocks, block) ?? { start: 0, end: text.length };
  const starts = [...text.slice(chosen.start, chosen.end).matchAll(/\S+/g)];
  const first = word % Math.max(1, starts.length);
  const last = starts[Math.min(first + count, starts.length) - 1];
  const start = chosen.start + (starts[first]?.index ?? 0);
  const end = chosen.start + (last ? last.index + last[0].length : 1);
  return cleanSelection(text, start, end) ?? { start, end };
}

/** Selects the words with the mouse; false when something lies over them. */
export async function select(world: World, walker: Walker, span: Span): Promise<boolean> {
  await dropSelection(world, walker);
  const points = await pointsOf(walker, span);
  if (!points) return false;
  await dragOver(walker, points);
  world.selection = span;
  return true;
}
