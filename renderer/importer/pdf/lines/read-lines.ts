import type { LineFragment, PageText } from '../pages/page-text';
import { buildLines, type Line } from './build-lines';
import { joinJustified } from './join-justified';
import { joinTableRows } from './join-table-rows';
import { findRunningLines, type RunningLine } from './running-lines';
import { type Column, splitColumns } from './split-columns';
import { takeLineNumbers } from './take-line-numbers';

/**
 * The lines of a document in the order of reading, and the running heads, running feet, page numbers and line numbers that were left
 * out.
 * The stages:
 * 1. `../pages/build-fragments.ts` has joined the glyph runs of each page to fragments of lines when the page was read.
 * 2. `take-line-numbers.ts` takes line numbers out of the margins.
 * 3. `running-lines.ts` finds running heads and feet and page numbers among the lines at the edges (`edge-lines.ts`,
 *    `page-numbering.ts`); their fragments are left out.
 * 4. `join-table-rows.ts` joins the rows of tables that have cells of several lines, `join-justified.ts` the parts of
 *    justified lines.
 * 5. `split-columns.ts` splits the rest of each page into columns.
 * 6. `build-lines.ts` puts the fragments of each column into lines, which `text-runs.ts` turns into text.
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
