import type { PdfBlock } from './blocks';
import { numberOf } from './markers';
import type { Measures } from './measures';
import { rounded } from './measures';

/** UTF-16 units. */
const longest = 200;
const longestSentence = 100;
const longestPlain = 70;

const number = /^(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])\.?)\s+(?=\p{Lu})/u;
const fullStop = /[.;,。][)"'”’»\]]*$/;

/**
 * Whether a block is a heading: larger than the text or bold, or numbered or in capitals and standing alone; not a sentence.
 */
export function looksLikeHeading(
  { text, lines, size, bold, breaks }: PdfBlock,
  before: PdfBlock | undefined,
  after: PdfBlock | undefined,
  measures: Measures,
): boolean {
  if (lines.length > 4 || text.length > longest || !/\p{L}{2}|\p{sc=Han}/u.test(text)) return false;
  const sentence = fullStop.test(text);
  if (size >= 1.14 * measures.size) return !sentence || text.length <= longestSentence;
  if (sentence || size < 0.97 * measures.size || lines.length > 2 || breaks.size > 0) return false;
  if (after === undefined || (after.isRow && (before?.isRow || lines.some(({ cells }) => cells.length > 1))))
    return false;
  if (bold && !measures.bold) return !/^\W*\d+\W*$/.test(text);
  if (lines.length === 1 && isRunIn(text, lines, after)) return true;
  const capitals = /^[\P{L}\p{Lu}]+$/u.test(text) && /\p{Lu}{2}/u.test(text);
  if (text.length > longestPlain || lines.length > 1 || /[:?]$/.test(text)) return false;
  const alone = stands({ lines }, before, after, measures);
  if (number.test(text))
    return capitals || size >= 1.04 * measures.size || (alone && !isListed(before, after));
  return capitals && /\p{L}{4}/u.test(text) && alone;
}

/** Whether one line in italics stands over a text that is not. */
function isRunIn(text: string, [line]: PdfBlock['lines'], after: PdfBlock): boolean {
  const [below] = after.lines;
  const alone = line?.italic && below && !below.italic && below.column === line.column;
  return (
    alone === true &&
    after.kind === 'paragraph' &&
    text.length <= longestPlain &&
    /^\P{Ll}.*[^:?!]$/u.test(text)
  );
}

/** Whether a number is one of a list. */
function isListed(before: PdfBlock | undefined, after: PdfBlock): boolean {
  return numberOf(before?.text ?? '') !== '' || numberOf(after.text) !== '';
}

/** Whether there is more space around it than between lines. */
function stands(
  { lines }: Pick<PdfBlock, 'lines'>,
  before: PdfBlock | undefined,
  after: PdfBlock,
  measures: Measures,
): boolean {
  const [line] = lines;
  if (!line) return false;
  const above = before?.lines.at(-1);
  const [below] = after.lines;
  const leading = measures.leadingOf(line) * 1.1;
  const apart = !above || above.column !== line.column || line.y - above.y > leading;
  return apart && below !== undefined && below.column === line.column;
}

/** Gives headings their levels: the larger, then the bolder, then the less deeply numbered first. */
export function rankHeadings(blocks: readonly PdfBlock[]): void {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const ranks = [...new Map(headings.map((block) => [keyOf(block), rankOf(block)]))]
    .toSorted(
      ([, a], [, b]) => b.size - a.size || b.bold - a.bold || b.capitals - a.capitals || a.depth - b.depth,
    )
    .map(([key]) => key);
  for (const block of headings) block.level = Math.min(ranks.indexOf(keyOf(block)) + 1, 6);
}

function rankOf({ size, bold, text }: PdfBlock): {
  size: number;
  bold: number;
  capitals: number;
  depth: number;
} {
  const [found = ''] = number.exec(text) ?? [];
  return {
    size: rounded(size),
    bold: bold ? 1 : 0,
    capitals: /^[\P{L}\p{Lu}]+$/u.test(text) ? 1 : 0,
    depth: found.replace(/\.?\s*$/, '').split('.').length,
  };
}

function keyOf(block: PdfBlock): string {
  return Object.values(rankOf(block)).join(' ');
}
