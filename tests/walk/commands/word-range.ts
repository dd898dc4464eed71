import * as fc from 'fast-check';
import { cleanSelection } from '../../../shared/text/clean-selection';
import { findWords } from '../../../shared/text/segmenter/words';
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

/** The span with all of each word of which it has a character, as a drag selects it. */
export function takeWholeWords({ stored: { draft } }: Walker, { start, end }: Span): Span {
  const block = draft.blocks.find((each) => each.end > start) ?? { start, end };
  const last = draft.blocks.findLast((each) => each.start < end) ?? { start, end };
  const touched = findWords(draft.text, { start: block.start, end: last.end }).filter(
    (word) => word.start < end && word.end > start,
  );
  return {
    start: Math.min(start, ...touched.map((word) => word.start)),
    end: Math.max(end, ...touched.map((word) => word.end)),
  };
}

/** The span without the first and the last letter of longer words at its ends, as a hurried hand drags over them. */
export function cutEnds({ stored: { draft } }: Walker, span: Span): Span {
  const words = findWords(draft.text, span);
  const isCut = (word: Span | undefined) =>
    word !== undefined && /^\p{L}{3,}$/u.test(draft.text.slice(word.start, word.end));
  const [first, last] = [words[0], words.at(-1)];
  return {
    start: first?.start === span.start && isCut(first) ? span.start + 1 : span.start,
    end: last?.end === span.end && isCut(last) ? span.end - 1 : span.end,
  };
}

/** The span of these words in the draft, cleaned like a selection. */
export function getWordSpan(
  walker: Walker,
  { block, word, count }: { block: number; word: number; count: number },
): Span {
  const { text, blocks } = walker.stored.draft;
  const chosen = pick(blocks, block) ?? { start: 0, end: text.length };
  const words = [...text.slice(chosen.start, chosen.end).matchAll(/\S+/g)];
  const first = word % Math.max(1, words.length);
  const last = words[Math.min(first + count, words.length) - 1];
  const start = chosen.start + (words[first]?.index ?? 0);
  const end = chosen.start + (last ? last.index + last[0].length : 1);
  return takeWholeWords(walker, cleanSelection(text, start, end) ?? { start, end });
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
