import type { PlanLine, PlanRun } from '../../../../../shared/reports/word/word-plan';

/** The cells of a row, each with its lines. */
export type TableRow = readonly (readonly PlanLine[])[];

const boldRun = (text: string): PlanRun => ({ text, isBold: true, href: null });

/**
 * The rows of a table for a text that is too narrow for its columns: the first cell stays, and the others stand one below the other in the
 * second one, each with its heading (`Verdict: Disputed`). Empty cells are left out.
 */
export function stackRows([header = [], ...rows]: readonly (readonly PlanLine[])[]): TableRow[] {
  const [first = [], ...headings] = header;
  const [second = []] = headings;
  const label = (index: number): PlanLine =>
    index === 0 ? [] : [...(headings[index] ?? []).map(({ text }) => boldRun(text)), boldRun(': ')];
  return [
    [[first], [second]],
    ...rows.map(([number = [], ...cells]) => [
      [number],
      cells.flatMap((cell, index) => (cell.length === 0 ? [] : [[...label(index), ...cell]])),
    ]),
  ];
}
