import { groupNeighbours } from '#renderer/documents/read/base/group-neighbours.ts';
import type { Line } from '../lines/build-lines.ts';
import { lineText } from '../lines/text-runs.ts';
import {
  type DocumentMetrics,
  matchNote,
  maxNoteSize,
  measureDocument,
  roundToHalfPoint,
} from './document-metrics.ts';
import { groupLines } from './group-lines.ts';
import { type PdfBlock, toImportedBlocks } from './imported-blocks.ts';
import {
  endsSentence,
  isCaption,
  isContentsEntry,
  type LayoutBlock,
  type LineGroup,
  matchBullet,
  matchListNumber,
} from './layout-block.ts';
import { buildVocabulary } from './line-join.ts';
import { joinWrappedCells, splitTouchingCells } from './table-rows.ts';

/** The longest headings, in UTF-16 code units: of any kind, of one that ends like a sentence, of one in the size of the text. */
const maxHeadingLength = 200;
const maxSentenceLength = 100;
const maxPlainLength = 70;

const sectionNumber = /^(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])\.?)\s+(?=\p{Lu})/u;
const fullStop = /[.;,。][)"'”’»\]]*$/;
const allCapitals = /^[\P{L}\p{Lu}]+$/u;

/**
 * Whether a block is a heading: larger than the text or bold, or numbered or in capitals and set apart; and no sentence.
 */
function isHeading(
  block: LayoutBlock,
  before: LayoutBlock | undefined,
  after: LayoutBlock | undefined,
  metrics: DocumentMetrics,
): boolean {
  const { text, lines, size, isBold, breaks } = block;
  if (lines.length > 4 || text.length > maxHeadingLength || !/\p{L}{2}|\p{sc=Han}/u.test(text)) return false;
  const isSentence = fullStop.test(text);
  if (size >= 1.14 * metrics.bodySize) return !isSentence || text.length <= maxSentenceLength;
  if (isSentence || size < 0.97 * metrics.bodySize || lines.length > 2 || breaks.size > 0) return false;
  if (after === undefined) return false;
  if (after.isTableRow && (before?.isTableRow || lines.some(({ cells }) => cells.length > 1))) return false;
  if (isBold && !metrics.isBodyBold) return !/^\W*\d+\W*$/.test(text);
  if (lines.length === 1 && isItalicHeading(block, after)) return true;
  if (text.length > maxPlainLength || lines.length > 1 || /[:?]$/.test(text)) return false;
  const isCapitals = allCapitals.test(text) && /\p{Lu}{2}/u.test(text);
  const isApart = isSetApart(block, before, after, metrics);
  if (sectionNumber.test(text))
    return isCapitals || size >= 1.04 * metrics.bodySize || (isApart && !isInList(before, after));
  return isCapitals && /\p{L}{4}/u.test(text) && isApart;
}

/** Whether a block of one italic line is directly above a paragraph that is not italic. */
function isItalicHeading({ text, lines }: LayoutBlock, after: LayoutBlock): boolean {
  const [line] = lines;
  const [below] = after.lines;
  const isAboveText = line?.isItalic && below && !below.isItalic && below.columnIndex === line.columnIndex;
  return (
    isAboveText === true &&
    after.kind === 'paragraph' &&
    text.length <= maxPlainLength &&
    /^\P{Ll}.*[^:?!]$/u.test(text)
  );
}

/** Whether a neighbour of a numbered block is an item of a list, so that the number is one of that list. */
function isInList(before: LayoutBlock | undefined, after: LayoutBlock): boolean {
  return matchListNumber(before?.text ?? '') !== '' || matchListNumber(after.text) !== '';
}

/** Whether there is more space above a block than between lines, and text below it. */
function isSetApart(
  { lines }: LayoutBlock,
  before: LayoutBlock | undefined,
  after: LayoutBlock,
  metrics: DocumentMetrics,
): boolean {
  const [line] = lines;
  if (!line) return false;
  const above = before?.lines.at(-1);
  const [below] = after.lines;
  const maxDistance = metrics.getLeading(line) * 1.1;
  const hasSpaceAbove =
    !above || above.columnIndex !== line.columnIndex || line.baseline - above.baseline > maxDistance;
  return hasSpaceAbove && below !== undefined && below.columnIndex === line.columnIndex;
}

/** Gives headings their levels: larger ones come first, then bold ones, capitals, and the less deeply numbered. */
function rankHeadings(blocks: readonly LayoutBlock[]): void {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const ranks = [...new Map(headings.map((block) => [getRankKey(block), getRank(block)]))]
    .toSorted(
      ([, a], [, b]) => b.size - a.size || b.bold - a.bold || b.capitals - a.capitals || a.depth - b.depth,
    )
    .map(([key]) => key);
  for (const block of headings) block.level = Math.min(ranks.indexOf(getRankKey(block)) + 1, 6);
}

function getRank({ size, isBold, text }: LayoutBlock) {
  const [number = ''] = sectionNumber.exec(text) ?? [];
  return {
    size: roundToHalfPoint(size),
    bold: isBold ? 1 : 0,
    capitals: allCapitals.test(text) ? 1 : 0,
    depth: number.replace(/\.?\s*$/, '').split('.').length,
  };
}

function getRankKey(block: LayoutBlock): string {
  return Object.values(getRank(block)).join(' ');
}

/**
 * Marks the notes: the last blocks of a column that are in small print, from the first that begins with a label to which the
 * page refers. Small print after that continues the note before it.
 */
function markNotes(blocks: readonly LayoutBlock[], { bodySize, noteReferences }: DocumentMetrics): void {
  const matchBlock = ({ lines: [line], text }: LayoutBlock) =>
    line ? matchNote(line, text, noteReferences) : null;
  const getColumn = ({ lines: [line] }: LayoutBlock) => line?.columnIndex;
  for (const column of groupNeighbours(blocks, (last, next) => getColumn(last) === getColumn(next))) {
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

/** Builds the blocks of a document from its lines, in the order of reading. */
export function buildBlocks(readLines: readonly Line[]): PdfBlock[] {
  const vocabulary = buildVocabulary(readLines, new Map(readLines.map((line) => [line, lineText(line)])));
  const lines = joinWrappedCells(splitTouchingCells(readLines), vocabulary);
  const metrics = measureDocument(lines);
  const blocks = classifyBlocks(groupLines(lines, metrics), metrics);
  markNotes(blocks, metrics);
  rankHeadings(blocks);
  return toImportedBlocks(joinContinuedBlocks(blocks), vocabulary);
}
