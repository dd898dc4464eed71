import type { LineFragment, PageText } from '../pages/page-text.ts';
import { buildLines, type Line } from './build-lines.ts';
import { joinJustified } from './join-justified.ts';
import { joinTableRows } from './join-table-rows.ts';
import { findRunningLines, type RunningLine } from './running-lines.ts';
import { type Column, splitColumns } from './split-columns.ts';
import { takeLineNumbers } from './take-line-numbers.ts';

/**
 * The lines of a document in the order of reading, and the running heads, running feet, page numbers and line numbers that were left
 * out.
 */
export function readLines(pages: readonly PageText[]): {
  lines: Line[];
  runningLines: RunningLine[];
  lineNumbers: Pick<ReturnType<typeof takeLineNumbers>, 'lines' | 'count'>;
} {
  const { pages: unnumbered, ...lineNumbers } = takeLineNumbers(pages);
  const running = findRunningLines(unnumbered);
  const lines = readLinesExcept(unnumbered, running.fragments);
  // Where there is nothing but lines that resemble each other, they are the text.
  return lines.length > 0
    ? { lines, runningLines: running.lines, lineNumbers }
    : {
        lines: readLinesExcept(pages, new Set()),
        runningLines: [],
        lineNumbers: { lines: [], count: 0 },
      };
}

function readLinesExcept(pages: readonly PageText[], leftOut: ReadonlySet<LineFragment>): Line[] {
  const lines: Line[] = [];
  let columnIndex = 0;
  for (const { pageNumber, fragments, rotated } of pages) {
    const kept = joinTableRows(fragments.filter((fragment) => !leftOut.has(fragment)));
    const columns = splitColumns(joinJustified(kept));
    const rotatedColumns = rotated.map(
      (own): Column => ({
        fragments: own.fragments.filter((fragment) => !leftOut.has(fragment)),
        isAside: true,
      }),
    );
    for (const column of [...columns, ...rotatedColumns]) {
      lines.push(...buildLines(column, pageNumber, columnIndex));
      columnIndex += 1;
    }
  }
  return lines;
}
