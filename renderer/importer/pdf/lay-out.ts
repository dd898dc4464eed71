import type { BlockPart } from '../../../shared/import/draft-body';
import { blocksOf } from './blocks/blocks';
import { continued } from './blocks/continued';
import { groupsOf } from './blocks/groups';
import { rankHeadings } from './blocks/headings';
import { measuresOf } from './blocks/measures';
import { findNotes } from './blocks/notes';
import { partsOf } from './blocks/parts';
import { vocabularyOf } from './blocks/vocabulary';
import { type Column, columnsOf } from './lines/columns';
import { type Line, linesOfColumn } from './lines/lines';
import { runningStrips } from './lines/running-lines';
import type { ReadPage } from './pages/read-pages';

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
