import * as fc from 'fast-check';
import { cleanSelection } from '../../../shared/text/clean-selection';
import type { Span } from '../../../shared/text/span';
import { dragMouse, clearSelection } from '../app/input';
import { locateSpan } from '../app/locate-span';
import type { Walker } from '../app/walker';
import type { Model } from '../model/model';
import { anyIndex, pick } from './command';

/** Which words: of a block, from a word on, so many. */
export const wordRange = fc.record({ block: anyIndex, word: anyIndex, count: fc.integer({ min: 1, max: 9 }) });

export function getWordSpan(
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
export async function selectSpan(model: Model, walker: Walker, span: Span): Promise<boolean> {
  await clearSelection(model, walker);
  const points = await locateSpan(walker, span);
  if (!points) return false;
  await dragMouse(walker, points);
  model.selection = span;
  return true;
}
