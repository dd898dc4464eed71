import type { Line } from '../lines/build-lines.ts';
import { startsWithSuperscript } from '../lines/text-runs.ts';
import type { DocumentMetrics } from './document-metrics.ts';
import {
  endsSentence,
  isContentsEntry,
  type LineGroup,
  matchBullet,
  matchListNumber,
} from './layout-block.ts';

/** In font sizes: a gap between a number and its text that is wider than a space. */
const minLabelGap = 0.45;

/** Groups the lines of a document into blocks, column by column: a block that continues in the next column is two so far. */
export function groupLines(lines: readonly Line[], metrics: DocumentMetrics): LineGroup[] {
  const groups: LineGroup[] = [];
  for (const [index, line] of lines.entries()) {
    const group = groups.at(-1);
    const step = group ? classifyStep(line, group, lines[index + 1], metrics) : 'newBlock';
    if (!group || step === 'newBlock') {
      groups.push({ lines: [line], breaks: new Set(), isTableRow: metrics.tableRows.has(line) });
      continue;
    }
    group.lines.push(line);
    if (step === 'lineBreak') group.breaks.add(line);
  }
  return groups;
}

/** How a line relates to the group before it: it starts a new block, is a new line of the same block, or continues its line. */
type Step = 'newBlock' | 'lineBreak' | 'continue';

/** Decides the step from the last line of a group (`a`) to the next line (`b`). The clearest evidence comes first. */
function classifyStep(
  b: Line,
  group: LineGroup,
  next: Line | undefined,
  { getLeading, tableRows, noteStarts, lineTexts }: DocumentMetrics,
): Step {
  const a = group.lines.at(-1);
  if (!a || a.columnIndex !== b.columnIndex || tableRows.has(a) || tableRows.has(b)) return 'newBlock';
  if (Math.abs(a.size - b.size) > 0.08 * Math.max(a.size, b.size)) return 'newBlock';
  const [before, text] = [lineTexts.get(a) ?? '', lineTexts.get(b) ?? ''];
  const leading = getLeading(b);
  const distance = b.baseline - a.baseline;
  const isSentenceEnd = endsSentence.test(before);
  if (distance > leading * (isSentenceEnd ? 1.22 : 1.35)) return 'newBlock';
  if (isContentsEntry(before) || isContentsEntry(text)) return 'newBlock';
  const isFull = group.lines.slice(0, -1).some(({ right }) => Math.abs(right - a.right) < 0.7);
  const isShort = !isFull && isLineShort(a, b, before, text);
  const isBrief = isShort || before.length < 0.6 * a.bounds.maxLineLength;
  if (a.isBold !== b.isBold && (isBrief || (b.isBold ? isSentenceEnd : distance > leading * 1.1)))
    return 'newBlock';
  if (a.isItalic !== b.isItalic && isShort) return 'newBlock';
  if (matchBullet(text) !== '' || startsWithSuperscript(b) || noteStarts.has(b)) return 'newBlock';
  const [first] = group.lines;
  const firstText = first ? (lineTexts.get(first) ?? '') : '';
  const isNumbered = matchListNumber(firstText) !== '';
  const isListItem = matchBullet(firstText) !== '' || isNumbered;
  if (matchListNumber(text) !== '' && (isShort || isSentenceEnd || /[;,]$/.test(before) || isNumbered))
    return 'newBlock';
  if (isListItem && first && isSentenceEnd && hasHangingLabel(first) && b.left < first.left + 0.3 * b.size)
    return 'newBlock';
  if (isListItem && first && b.left > first.left + 0.3 * b.size)
    return isShort && isSentenceEnd ? 'newBlock' : 'continue';
  const areCentred = isLineCentred(a) && isLineCentred(b);
  // In text that is set flush right or centred the left edge means nothing.
  const indent = areCentred || !b.bounds.isAligned ? 0 : b.left - a.left;
  if (indent > 0.8 * b.size)
    return group.lines.length === 1 && !isShort && !isSentenceEnd ? 'continue' : 'newBlock';
  if (indent < -0.8 * b.size && (isShort || (isSentenceEnd && group.lines.length > 1))) return 'newBlock';
  if (!isShort) return 'continue';
  if (areCentred) return 'lineBreak';
  const columnWidth = a.bounds.right - a.bounds.left;
  if (!isSentenceEnd && /^\p{Ll}/u.test(text) && a.bounds.right - a.right < 0.3 * columnWidth)
    return 'continue';
  if (isSentenceEnd && !group.breaks.has(a)) return 'newBlock';
  const isNextShort =
    next?.columnIndex !== b.columnIndex || isLineShort(b, next, text, lineTexts.get(next) ?? '');
  return isNextShort ? 'lineBreak' : 'newBlock';
}

/** Whether more than a space parts the number or bullet of a line from its text, so that other lines begin below the text. */
function hasHangingLabel({ cells, size }: Line): boolean {
  const [label, text] = cells.flat();
  return label !== undefined && text !== undefined && text.left - label.right > minLabelGap * size;
}

/**
 * Whether the first word of line `b` would have fitted on line `a`, which therefore ends before the column does. The room is
 * counted in characters as well, for lines that were wrapped at a number of characters before they were set.
 */
function isLineShort(a: Line, b: Line, before: string, text: string): boolean {
  if (Math.abs(a.right - b.right) < 0.7) return false;
  const wordLength = /^\S+/.exec(text)?.[0].length ?? 0;
  if (a.bounds.maxLineLength - before.length <= wordLength) return false;
  const wordWidth = ((b.right - b.left) * Math.min(wordLength, 30)) / Math.max(text.length, 1);
  const isNarrow = a.bounds.right - a.bounds.left < 14 * a.size;
  return a.bounds.right - a.right > wordWidth + a.size * (isNarrow ? 1.5 : 0.7);
}

function isLineCentred({ left, right, bounds, size }: Line): boolean {
  return left - bounds.left > size && Math.abs(left - bounds.left - (bounds.right - right)) < size;
}
