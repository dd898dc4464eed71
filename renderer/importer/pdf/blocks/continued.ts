import type { PdfBlock } from './blocks';
import { endsSentence } from './groups';
import { bulletOf, numberOf } from './markers';
import { rounded } from './measures';

/** Columns that may lie between two parts of a paragraph, full of pictures and tables. */
const mostBetween = 3;

/**
 * Puts a paragraph together again that goes on in the next column or on the next page, or after a picture, a table or notes.
 * The letters on both sides, and whether lines are full and indented, say whether it does.
 */
export function continued(blocks: readonly PdfBlock[]): PdfBlock[] {
  const indents = areIndented(blocks);
  const whole: PdfBlock[] = [];
  // By size: small print at the foot of a column does not end a paragraph of the text.
  const open = new Map<number, PdfBlock>();
  let between = false;
  for (const block of blocks) {
    const [line] = block.lines;
    if (line?.isAside || ['caption', 'tableRow', 'note'].includes(block.kind)) {
      whole.push(block);
      between = true;
      continue;
    }
    if (block.kind === 'heading') open.clear();
    const before = open.get(rounded(block.size));
    const parted = between || before?.lines.at(-1)?.column !== line?.column;
    if (before && parted && goesOn(before, block, indents)) {
      before.lines.push(...block.lines);
      before.text += ` ${block.text}`;
      for (const broken of block.breaks) before.breaks.add(broken);
    } else {
      whole.push(block);
      open.set(rounded(block.size), block);
    }
    between = false;
  }
  return whole;
}

function goesOn(open: PdfBlock, block: PdfBlock, indents: boolean): boolean {
  const last = open.lines.at(-1);
  const [first] = block.lines;
  if (!last || !first || first.column - last.column > mostBetween) return false;
  if (!['paragraph', 'listItem', 'quote'].includes(open.kind)) return false;
  if (block.kind !== 'paragraph' && block.kind !== 'quote') return false;
  if (Math.abs(open.size - block.size) > 0.08 * open.size || open.bold !== block.bold) return false;
  if (bulletOf(block.text) !== '' || numberOf(block.text) !== '') return false;
  const room = last.edges.right - last.right;
  const isFull = room < 2 * last.size;
  const isIndented = first.left - first.edges.left > 0.6 * first.size;
  const ends = endsSentence.test(open.text);
  if (!ends && /^[\p{Ll},;)]/u.test(block.text)) return room < 12 * last.size;
  if (last.column === first.column || !isFull || isIndented || open.lines.length < 2) return false;
  return !ends || (indents && block.lines.length > 1);
}

/** Whether most paragraphs of several lines begin with an indented one. */
function areIndented(blocks: readonly PdfBlock[]): boolean {
  const long = blocks.filter(({ kind, lines }) => kind === 'paragraph' && lines.length > 2);
  const indented = long.filter(
    ({ lines }) => (lines[0]?.left ?? 0) - (lines[1]?.left ?? 0) > 0.6 * (lines[0]?.size ?? 1),
  );
  return indented.length > long.length / 2;
}
