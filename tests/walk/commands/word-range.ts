import * as fc from 'fast-check';
import { cleanSelection } from '../../../shared/text/clean-selection';
import type { Span } from '../../../shared/text/span';
import { clearSelection, dragMouse } from '../app/input';
import { locateSpan } from '../app/locate-span';
import type { Walker } from '../app/walker';
import type { Model } from '../model/model';
import { anyIndex, pick } from './command';

/** Some words of one block: the index of the block, the index of the first word, and the number of words. */
export const wordRange = fc.record({
  block: anyIndex,
  word: anyIndex,
  count: fc.integer({ min: 1, max: 9 }),
});

/** The span of these words in the draft, cleaned like a selection. */
export function getWordSpan(
  { stored }: Walker,
  { block, word, count }: { block: number; word: number; count: number },
): Span {
  const { text, blocks } = stored.draft;
  const chosen = pick(blocks, block) ?? { start: 0, end: text.length };
  const words = [...text.slice(chosen.start, chosen.end).matchAll(/\S+/g)];
  const first = word % Math.max(1, words.length);
  const last = words[Math.min(first + count, words.length) - 1];
  const start = chosen.start + (words[first]?.index ?? 0);
  const end = chosen.start + (last ? last.index + last[0].length : 1);
  return cleanSelection(text, start, end) ?? { start, end };
}

/** Selects a span with the mouse. Resolves to false when something covers it. */
export async function selectSpan(model: Model, walker: Walker, span: Span): Promise<boolean> {
  await clearSelection(model, walker);
  const points = await locateSpan(walker, span);
  if (!points) return false;
  await dragMouse(walker, points);
  model.selection = span;
  return true;
}

/** The text of a span, in quotation marks. */
export function quoteSpan({ stored }: Walker, { start, end }: Span): string {
  return `“${stored.draft.text.slice(start, end)}”`;
}
