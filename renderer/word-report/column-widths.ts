import type { PlanLine } from '../../shared/reports/word/word-plan';

/** All widths are in twips, a twentieth of a point. Bold letters of wide fonts are two thirds as wide as their size of 9 points. */
const characterWidth = 120;
const cellPadding = 200;
/** Columns that wrap their text are never narrower: it is room for words of fifteen letters. */
const leastWrappedWidth = 2_000;
/** Longer words are broken, and longer texts wrapped. */
const maxWordLength = 20;
const maxTextLength = 240;

const readText = (line: PlanLine | undefined) => (line ?? []).map(({ text }) => text).join('');

/**
 * The largest width that columns may need so that they fit together: the widest ones are narrowed first, because a number or a verdict
 * that is broken can't be read any more.
 */
function findLargestNeed(needs: readonly number[], total: number): number {
  let rest = total;
  for (const [index, need] of needs.toSorted((a, b) => a - b).entries()) {
    const share = rest / (needs.length - index);
    if (need > share) return share;
    rest -= need;
  }
  return Number.POSITIVE_INFINITY;
}

/** The width of a column with numbers of up to six digits, or the word `Claim`. */
export const stackedNumberWidth = 6 * characterWidth + cellPadding;

/**
 * The widths of the columns of a table, which together are `total`: each has room for its longest word where that is possible, and the
 * rest is shared out by the length of the texts. Null where the columns would be too narrow to be read.
 */
export function chooseColumnWidths(rows: readonly (readonly PlanLine[])[], total: number): number[] | null {
  const count = Math.max(...rows.map(({ length }) => length));
  const columns = Array.from({ length: count }, (_, index) => {
    let [word, text] = [1, 1];
    for (const row of rows) {
      const content = readText(row[index]);
      text = Math.max(text, Math.min(content.length, maxTextLength));
      for (const { length } of content.slice(0, 1000).split(/\s+/))
        word = Math.max(word, Math.min(length, maxWordLength));
    }
    return { need: word * characterWidth + cellPadding, text };
  });
  const largest = findLargestNeed(
    columns.map(({ need }) => need),
    total,
  );
  if (largest < leastWrappedWidth) return null;
  const least = columns.map(({ need }) => Math.min(need, largest));
  const rest = Math.max(0, total - least.reduce((sum, width) => sum + width, 0));
  const texts = columns.reduce((sum, { text }) => sum + text, 0);
  return columns.map(({ text }, index) => Math.floor((least[index] ?? 0) + (rest * text) / texts));
}
