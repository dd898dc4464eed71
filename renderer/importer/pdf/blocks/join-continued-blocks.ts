import type { LayoutBlock } from './layout-block';
import { endsSentence, matchBullet, matchListNumber } from './markers';
import { roundToHalfPoint } from './metrics/font-size';

/** Columns that may lie between two parts of a paragraph, full of pictures and tables. */
const maxColumnDistance = 3;

/**
 * Joins the parts of a paragraph that continues in the next column or on the next page, or after a picture, a table or notes.
 * Whether it does shows in the characters on both sides, and in whether lines are full and indented.
 */
export function joinContinuedBlocks(blocks: readonly LayoutBlock[]): LayoutBlock[] {
  const areIndented = areParagraphsIndented(blocks);
  const joined: LayoutBlock[] = [];
  // By size: small print at the foot of a column does not end a paragraph of the text.
  const openBlocks = new Map<number, LayoutBlock>();
  let isInterrupted = false;
  for (const block of blocks) {
    const [line] = block.lines;
    if (line?.isAside || ['caption', 'tableRow', 'note'].includes(block.kind)) {
      joined.push(block);
      isInterrupted = true;
      continue;
    }
    if (block.kind === 'heading') openBlocks.clear();
    const before = openBlocks.get(roundToHalfPoint(block.size));
    const isSeparated = isInterrupted || before?.lines.at(-1)?.columnIndex !== line?.columnIndex;
    if (before && isSeparated && continuesBlock(before, block, areIndented)) {
      before.lines.push(...block.lines);
      before.text += ` ${block.text}`;
      for (const brokenLine of block.breaks) before.breaks.add(brokenLine);
    } else {
      joined.push(block);
      openBlocks.set(roundToHalfPoint(block.size), block);
    }
    isInterrupted = false;
  }
  return joined;
}

function continuesBlock(open: LayoutBlock, block: LayoutBlock, areIndented: boolean): boolean {
  const last = open.lines.at(-1);
  const [first] = block.lines;
  if (!last || !first || first.columnIndex - last.columnIndex > maxColumnDistance) return false;
  if (!['paragraph', 'listItem', 'quote'].includes(open.kind)) return false;
  if (block.kind !== 'paragraph' && block.kind !== 'quote') return false;
  if (Math.abs(open.size - block.size) > 0.08 * open.size || open.isBold !== block.isBold) return false;
  if (matchBullet(block.text) !== '' || matchListNumber(block.text) !== '') return false;
  const roomOnLastLine = last.bounds.right - last.right;
  const isFull = roomOnLastLine < 2 * last.size;
  const isIndented = first.left - first.bounds.left > 0.6 * first.size;
  const isSentenceEnd = endsSentence.test(open.text);
  if (!isSentenceEnd && /^[\p{Ll},;)]/u.test(block.text)) return roomOnLastLine < 12 * last.size;
  // A line by itself that ends no sentence is more likely a running head.
  if (block.lines.length === 1 && !endsSentence.test(block.text)) return false;
  if (last.columnIndex === first.columnIndex || !isFull || isIndented || open.lines.length < 2) return false;
  return !isSentenceEnd || (areIndented && block.lines.length > 1);
}

/** Whether most paragraphs of several lines begin with an indented one. */
function areParagraphsIndented(blocks: readonly LayoutBlock[]): boolean {
  const long = blocks.filter(({ kind, lines }) => kind === 'paragraph' && lines.length > 2);
  const indented = long.filter(
    ({ lines }) => (lines[0]?.left ?? 0) - (lines[1]?.left ?? 0) > 0.6 * (lines[0]?.size ?? 1),
  );
  return indented.length > long.length / 2;
}
