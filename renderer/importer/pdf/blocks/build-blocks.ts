import type { Line } from '../lines/build-lines';
import { lineText } from '../lines/text-runs';
import { type DocumentMetrics, measureDocument, roundToHalfPoint } from './document-metrics';
import { groupLines } from './group-lines';
import { isHeading, rankHeadings } from './headings';
import { type PdfBlock, toImportedBlocks } from './imported-blocks';
import type { LayoutBlock, LineGroup } from './layout-block';
import { endsSentence, isCaption, isContentsEntry, matchBullet, matchListNumber } from './markers';
import { matchNote, maxNoteSize } from './note-labels';
import { splitTouchingCells } from './split-cells';
import { buildVocabulary } from './vocabulary';
import { joinWrappedCells } from './wrapped-cells';

/**
 * Marks the notes: the last blocks of a column that are in small print, from the first that begins with a label to which the
 * page refers. Small print after that continues the note before it.
 */
function markNotes(blocks: readonly LayoutBlock[], { bodySize, noteReferences }: DocumentMetrics): void {
  const matchBlock = ({ lines: [line], text }: LayoutBlock) =>
    line ? matchNote(line, text, noteReferences) : null;
  for (const column of groupByColumn(blocks)) {
    const start = column.findLastIndex(({ size }) => size > maxNoteSize * bodySize) + 1;
    const smallPrint = column.slice(start).filter(({ kind }) => kind !== 'caption' && kind !== 'tableRow');
    const first = smallPrint.findIndex((block) => matchBlock(block) !== null);
    for (const block of first === -1 ? [] : smallPrint.slice(first)) {
      block.kind = 'note';
      block.level = null;
      block.note = matchBlock(block);
    }
  }
}

function groupByColumn(blocks: readonly LayoutBlock[]): LayoutBlock[][] {
  const columns: LayoutBlock[][] = [];
  for (const block of blocks) {
    const column = columns.at(-1);
    if (column?.[0]?.lines[0]?.columnIndex === block.lines[0]?.columnIndex) column?.push(block);
    else columns.push([block]);
  }
  return columns;
}

/** Decides the kind of each group of lines by its own form and that of its neighbours. */
function classifyBlocks(groups: readonly LineGroup[], metrics: DocumentMetrics): LayoutBlock[] {
  const blocks = groups.map((group): LayoutBlock => {
    const text = group.lines.map((line) => metrics.lineTexts.get(line) ?? '').join(' ');
    return {
      ...group,
      kind: 'paragraph',
      level: null,
      text,
      size: group.lines[0]?.size ?? 0,
      isBold: group.lines.every(({ isBold }) => isBold),
      note: null,
    };
  });
  for (const [index, block] of blocks.entries())
    block.kind = classifyBlock(block, blocks[index - 1], blocks[index + 1], metrics);
  return blocks;
}

function classifyBlock(
  block: LayoutBlock,
  before: LayoutBlock | undefined,
  after: LayoutBlock | undefined,
  metrics: DocumentMetrics,
): LayoutBlock['kind'] {
  const { text, lines, isTableRow, size } = block;
  if (isTableRow || isContentsEntry(text)) return 'tableRow';
  const [firstRun] = lines[0]?.cells[0] ?? [];
  const isSetApart =
    size < 0.95 * metrics.bodySize || (firstRun?.style.bold ?? false) || (firstRun?.style.italic ?? false);
  if (isCaption(text, isSetApart)) return 'caption';
  if (matchBullet(text) !== '') return 'listItem';
  if (isHeading(block, before, after, metrics)) return 'heading';
  if (matchListNumber(text) !== '') return 'listItem';
  return isQuote(block, before, metrics) ? 'quote' : 'paragraph';
}

const abstract = /^(?:abstract|summary)/i;

/**
 * Whether a block has at least two lines, all indented from both sides. An abstract is set like that as well, and is no quote.
 */
function isQuote(
  { lines, text, size }: LayoutBlock,
  before: LayoutBlock | undefined,
  metrics: DocumentMetrics,
): boolean {
  if (lines.length < 2 || size > metrics.bodySize * 1.05) return false;
  if (abstract.test(text) || (before && abstract.test(before.text))) return false;
  const [, ...others] = lines;
  const left = Math.min(...others.map((line) => line.left));
  return (
    /\p{L}{2}/u.test(text) &&
    (endsSentence.test(text) || lines.length > 2) &&
    others.every((line) => Math.abs(line.left - left) < 0.2 * size) &&
    lines.every(
      (line) => line.left - line.bounds.left > 1.4 * size && line.bounds.right - line.right > 1.2 * size,
    )
  );
}

/** Columns that may lie between two parts of a paragraph, full of pictures and tables. */
const maxColumnDistance = 3;

/**
 * Joins the parts of a paragraph that continues in the next column or on the next page, or after a picture, a table or notes.
 * Whether it does shows in the characters on both sides, and in whether lines are full and indented.
 */
function joinContinuedBlocks(blocks: readonly LayoutBlock[]): LayoutBlock[] {
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

/**
 * Builds the blocks of a document from its lines, in the order of reading. The stages:
 * 1. `split-cells.ts` splits cells that nearly touch, `wrapped-cells.ts` joins the lines of a wrapped cell with its row.
 * 2. `document-metrics.ts` measures what lines have in common: the size of the text, the leading, table rows (`table-rows.ts`).
 * 3. `group-lines.ts` groups lines that belong to one block.
 * 4. `classifyBlocks` decides the kind of each block (`headings.ts`, and `markers.ts` for bullets, numbers and captions).
 * 5. `mark-notes.ts` finds the notes at the foot of columns (`note-labels.ts`).
 * 6. `headings.ts` ranks the headings.
 * 7. `joinContinuedBlocks` joins paragraphs that continue in another column.
 * 8. `imported-blocks.ts` joins the lines of each block (`line-join.ts`, with the words of `vocabulary.ts`) and marks their text.
 */
export function buildBlocks(readLines: readonly Line[]): PdfBlock[] {
  const vocabulary = buildVocabulary(readLines, new Map(readLines.map((line) => [line, lineText(line)])));
  const lines = joinWrappedCells(splitTouchingCells(readLines), vocabulary);
  const metrics = measureDocument(lines);
  const blocks = classifyBlocks(groupLines(lines, metrics), metrics);
  markNotes(blocks, metrics);
  rankHeadings(blocks);
  return toImportedBlocks(joinContinuedBlocks(blocks), vocabulary);
}
