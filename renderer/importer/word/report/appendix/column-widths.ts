import type { PlanLine } from '../../../../../shared/reports/word/word-plan';

/** All widths are in twips, a twentieth of a point. */
const characterWidth = 120;
const cellPadding = 240;
/** Longer words are broken, and longer texts wrapped. */
const maxWordLength = 20;
const maxTextLength = 80;

const readText = (line: PlanLine | undefined) => (line ?? []).map(({ text }) => text).join('');

/**
 * The widths of the columns of a table, which together are `total`: each has room for its longest word, and the rest is shared
 * out by the length of the texts.
 */
export function chooseColumnWidths(rows: readonly (readonly PlanLine[])[], total: number): number[] {
  const count = Math.max(...rows.map(({ length }) => length));
  const columns = Array.from({ length: count }, (_, index) => {
    let [word, text] = [1, 1];
    for (const row of rows) {
      const content = readText(row[index]);
      text = Math.max(text, Math.min(content.length, maxTextLength));
      for (const { length } of content.slice(0, 1000).split(/\s+/))
        word = Math.max(word, Math.min(length, maxWordLength));
    }
    return { least: word * characterWidth + cellPadding, text };
  });
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const texts = columns.reduce((sum, { text }) => sum + text, 0);
  const rest = Math.max(0, total - least);
  const scale = Math.min(1, total / least);
  return columns.map((column) => Math.floor(column.least * scale + (rest * column.text) / texts));
}
