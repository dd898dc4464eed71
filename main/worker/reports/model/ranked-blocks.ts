import { blockSeparator } from '#shared/domain/base/draft.ts';
import { splitText } from '#shared/reports/base/report-text.ts';
import { findWrapColumn, isHardWrapped } from '#shared/text/hard-wrapped.ts';
import type { Report, ReportBlock, ReportRun } from './report-model.ts';

/**
 * A block below the report's heading "Article", which has rank 2. The rank of a heading block is 3 or more, and no rank is
 * skipped.
 */
export interface RankedBlock {
  block: ReportBlock;
  rank: number;
  /** Whether its line breaks are of an editor that wrapped the text, so that it is shown as running text. */
  isWrapped: boolean;
}

/**
 * Lists the article's blocks with the ranks of their headings. A first block that repeats the report's title is left out,
 * unless a claim marks words in it.
 */
export function listRankedBlocks({ blocks, opensWithTitle }: Report): RankedBlock[] {
  const hasClaimInFirst = blocks[0]?.runs.some((run) => run.claims.length > 0);
  const wrapColumn = findWrapColumn(blocks.map(({ text }) => text).join(blockSeparator));
  const openLevels: number[] = [];
  return (opensWithTitle && !hasClaimInFirst ? blocks.slice(1) : blocks).map((block) => {
    const level = block.level ?? 6;
    if (block.kind === 'heading') {
      while ((openLevels.at(-1) ?? 0) >= level) openLevels.pop();
      openLevels.push(level);
    }
    const isWrapped = isHardWrapped(block.text, wrapColumn);
    return { block, rank: Math.min(2 + openLevels.length, 6), isWrapped };
  });
}

/** Splits a table row's text runs at the tabs between its cells. A claim ends in the cell that holds its last words. */
export function splitCells(runs: readonly ReportRun[]): ReportRun[][] {
  const cells: ReportRun[][] = [[]];
  for (const run of runs) {
    const cellTexts = splitText(run.text, '\t');
    for (const [index, text] of cellTexts.entries()) {
      if (index > 0) cells.push([]);
      const claims = run.claims.map((claim) => ({
        ...claim,
        begins: claim.begins && index === 0,
        ends: claim.ends && index === cellTexts.length - 1,
      }));
      cells.at(-1)?.push({ ...run, text, claims });
    }
  }
  return cells;
}
