import { type DocumentMetrics, roundToHalfPoint } from './document-metrics';
import type { LayoutBlock } from './layout-block';
import { matchListNumber } from './markers';

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
export function isHeading(
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
export function rankHeadings(blocks: readonly LayoutBlock[]): void {
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
