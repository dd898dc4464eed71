/** A line with only the mark of quoted mail is blank. */
export const blankLine = /^[\s>]*$/;
/** Continuation lines of a list item are indented but do not begin a paragraph. */
const listMarker = /^\s*(?:[-*•–]|\d{1,3}[.)])\s/u;

const getIndent = (line: string) => line.length - line.trimStart().length;

/**
 * Says at which lines, by their index, an indent begins a paragraph. Further lines of a list's item are indented and begin nothing. A line that is
 * indented like the one before it does only where first lines alone are indented; elsewhere both are of an indented paragraph.
 */
export function findIndentedStarts(lines: readonly string[]): (index: number) => boolean {
  const filled = lines.filter((line) => !blankLine.test(line));
  const usualIndent = filled.map(getIndent).toSorted((a, b) => a - b)[Math.floor(filled.length / 2)] ?? 0;
  const isIndented = (line = '') => !blankLine.test(line) && getIndent(line) > usualIndent;
  const itemLines = findItemLines(lines);
  let firstLineCount = 0;
  let blockLineCount = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? '';
    if (!isIndented(line) || itemLines.has(index) || listMarker.test(line) || blankLine.test(next)) continue;
    if (getIndent(next) < getIndent(line)) firstLineCount += 1;
    else blockLineCount += 1;
  }
  return (index) => {
    const [before = '', line = ''] = lines.slice(index - 1, index + 1);
    if (!isIndented(line) || listMarker.test(before) || itemLines.has(index)) return false;
    return getIndent(line) > getIndent(before) || firstLineCount >= blockLineCount;
  };
}

/** The indices of lines that go on with an item of a list: they are indented further than its bullet or number. */
function findItemLines(lines: readonly string[]): Set<number> {
  const itemLines = new Set<number>();
  let itemIndent: number | null = null;
  for (const [index, line] of lines.entries()) {
    if (listMarker.test(line)) itemIndent = getIndent(line);
    else if (blankLine.test(line) || itemIndent === null || getIndent(line) <= itemIndent) itemIndent = null;
    else itemLines.add(index);
  }
  return itemLines;
}
