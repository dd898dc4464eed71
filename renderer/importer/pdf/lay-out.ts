import type { BlockPart } from '../../../shared/import/draft-body';
import { blocksOf } from './blocks';
import { type Column, columnsOf } from './columns';
import { continued } from './continued';
import { groupsOf } from './groups';
import { rankHeadings } from './headings';
import { type Line, linesOfColumn } from './lines';
import { measuresOf } from './measures';
import { findNotes } from './notes';
import { partsOf } from './parts';
import type { ReadPage } from './read-pages';
import { runningStrips } from './running-lines';
import { vocabularyOf } from './vocabulary';

/** The blocks of a document in the order of reading, and how many running heads, feet and page numbers were left out. */
export function layOut(pages: readonly ReadPage[]): { parts: BlockPart[]; runningLines: number } {
  const running = runningStrips(pages);
  const lines: Line[] = [];
  let column = 0;
  for (const { page, strips, turned } of pages) {
    const own = columnsOf(strips.filter((strip) => !running.strips.has(strip)));
    const aside = turned.map((others): Column => ({ strips: others, isAside: true }));
    for (const one of [...own, ...aside]) {
      lines.push(...linesOfColumn(one, page, column));
      column += 1;
    }
  }
  const measures = measuresOf(lines);
  const blocks = blocksOf(groupsOf(lines, measures), measures);
  findNotes(blocks, measures);
  rankHeadings(blocks);
  return {
    parts: partsOf(continued(blocks), vocabularyOf(lines, measures.texts)),
    runningLines: running.lines,
  };
}
