import type { Report, ReportBlock, ReportRun } from './report-model';

/** A block as a report shows it; `rank` of a heading, below a heading of rank 2, is 3 or more and skips none. */
export interface RankedBlock {
  block: ReportBlock;
  rank: number;
}

/**
 * The article's blocks below a heading of rank 2. The report's title stands above them already; a headline that is held by
 * a claim is shown again, with its mark.
 */
export function rankedBlocks({ blocks, opensWithTitle }: Report): RankedBlock[] {
  const held = blocks[0]?.runs.some((run) => run.claims.length > 0);
  const open: number[] = [];
  return (opensWithTitle && !held ? blocks.slice(1) : blocks).map((block) => {
    const level = block.level ?? 6;
    if (block.kind === 'heading') {
      while ((open.at(-1) ?? 0) >= level) open.pop();
      open.push(level);
    }
    return { block, rank: Math.min(2 + open.length, 6) };
  });
}

/** Cuts a table row's runs at the tabs between its cells; a claim's number stays with its last words. */
export function cellsOf(runs: readonly ReportRun[]): ReportRun[][] {
  const cells: ReportRun[][] = [[]];
  for (const run of runs) {
    const pieces = run.text.split('\t');
    for (const [at, text] of pieces.entries()) {
      if (at > 0) cells.push([]);
      const claims = run.claims.map((claim) => ({
        ...claim,
        begins: claim.begins && at === 0,
        ends: claim.ends && at === pieces.length - 1,
      }));
      cells.at(-1)?.push({ ...run, text, claims });
    }
  }
  return cells;
}
