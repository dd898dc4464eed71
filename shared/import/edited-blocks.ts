import type { Block } from '../domain/draft';
import { unspacedScripts } from '../text/characters/unspaced-scripts';
import { graphemeStart } from '../text/segmenter/graphemes';
import type { Span } from '../text/span';

/**
 * A block as the reviewer wants it: stretches of the text as it was read, in order, in UTF-16 offsets. The text itself never
 * changes; what the blocks add up to is worked out at the end, by `editedProposal`.
 */
export interface EditedBlock extends Pick<Block, 'id' | 'kind' | 'level' | 'page'> {
  spans: readonly Span[];
  isLeftOut: boolean;
}

/** The blocks as they were read, before anything was edited. */
export function blocksAsRead(blocks: readonly Block[]): EditedBlock[] {
  return blocks.map(({ id, kind, level, page, start, end }) => {
    return { id, kind, level, page, spans: [{ start, end }], isLeftOut: false };
  });
}

const endsUnspaced = new RegExp(`[${unspacedScripts}]$`, 'u');
const beginsUnspaced = new RegExp(`^[${unspacedScripts}]`, 'u');

/** What stands between two stretches of one block: a space, and nothing where the script has none. */
export function seamBetween(text: string, before: Span, after: Span): '' | ' ' {
  const left = text.slice(Math.max(before.start, before.end - 2), before.end);
  const right = text.slice(after.start, Math.min(after.end, after.start + 2));
  return endsUnspaced.test(left) && beginsUnspaced.test(right) ? '' : ' ';
}

/** The text of a block as it is to be. */
export function textOfBlock(text: string, { spans }: Pick<EditedBlock, 'spans'>): string {
  let words = '';
  let before: Span | null = null;
  for (const span of spans) {
    if (before) words += seamBetween(text, before, span);
    words += text.slice(span.start, span.end);
    before = span;
  }
  return words;
}

/** Leaves a block out, or takes it in again. */
export function leaveOut(blocks: readonly EditedBlock[], at: number, isLeftOut: boolean): EditedBlock[] {
  return blocks.map((block, index) => (index === at ? { ...block, isLeftOut } : block));
}

/** A stretch cut in two, without the white space at the cut; a part of white space alone is none. */
function cutStretch(text: string, { start, end }: Span, at: number): [Span | null, Span | null] {
  const border = graphemeStart(text, at);
  const left = text.slice(start, border).trimEnd();
  const right = text.slice(border, end).trimStart();
  if (left === '') return [null, { start, end }];
  if (right === '') return [{ start, end }, null];
  return [
    { start, end: start + left.length },
    // A mark on a space belongs to it.
    { start: graphemeStart(text, end - right.length), end },
  ];
}

/** The stretches of a block on both sides of an offset into its text. */
function cut(text: string, spans: readonly Span[], offset: number): { before: Span[]; after: Span[] } {
  const before: Span[] = [];
  const after: Span[] = [];
  let at = 0;
  let last: Span | null = null;
  for (const span of spans) {
    if (last) at += seamBetween(text, last, span).length;
    last = span;
    const { start, end } = span;
    const inside = start + offset - at;
    at += end - start;
    if (inside >= end) before.push(span);
    else if (inside <= start) after.push(span);
    else {
      const [left, right] = cutStretch(text, span, inside);
      if (left) before.push(left);
      if (right) after.push(right);
    }
  }
  return { before, after };
}

/**
 * Splits a block in two of its kind at a UTF-16 offset into its text, moved back to the start of a grapheme cluster; white
 * space there is left out. Null where one of the two would be empty. The second gets the id that `newId` gives.
 */
export function splitBlock(
  text: string,
  blocks: readonly EditedBlock[],
  at: number,
  offset: number,
  newId: () => string,
): EditedBlock[] | null {
  const block = blocks[at];
  if (!block) return null;
  const { before, after } = cut(text, block.spans, offset);
  if (before.length === 0 || after.length === 0) return null;
  return blocks.toSpliced(at, 1, { ...block, spans: before }, { ...block, id: newId(), spans: after });
}

/** Whether two stretches are of the same block as it was read, with nothing but white space between them. */
function belongTogether(text: string, read: readonly Block[], before: Span, after: Span): boolean {
  return (
    text.slice(before.end, after.start).trim() === '' &&
    !read.some(({ start }) => start > before.start && start <= after.start)
  );
}

/**
 * Makes one block of a block and the next, of the kind of the first. What was one block when it was read is so again, to
 * the letter. Null where there is no next one.
 */
export function joinWithNext(
  text: string,
  read: readonly Block[],
  blocks: readonly EditedBlock[],
  at: number,
): EditedBlock[] | null {
  const [first, second] = [blocks[at], blocks[at + 1]];
  const [left, right] = [first?.spans.at(-1), second?.spans[0]];
  if (!first || !second || !left || !right) return null;
  const middle = belongTogether(text, read, left, right)
    ? [{ start: left.start, end: right.end }]
    : [left, right];
  const spans = [...first.spans.slice(0, -1), ...middle, ...second.spans.slice(1)];
  return blocks.toSpliced(at, 2, { ...first, spans });
}
