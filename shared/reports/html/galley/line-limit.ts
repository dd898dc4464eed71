import type { Report, ReportBlock } from '../../model/report-model';

/** Fewest UTF-16 code units that a line of the galley's text holds on average, in wide letters and with long words. */
const fewestPerLine = 10;

function countLines({ kind, text }: ReportBlock): number {
  // The cells of a table may be as narrow as a letter. The second line is the space above a heading.
  if (kind === 'tableRow') return text.length + 1;
  return text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / fewestPerLine) + 1, 1);
}

/** How many lines the article takes at most on a galley. */
export function limitLines({ blocks }: Pick<Report, 'blocks'>): number {
  return blocks.reduce((sum, block) => sum + countLines(block), 0);
}
