import { type RankedBlock, splitCells } from '../model/ranked-blocks';
import type { Report, ReportRun } from '../model/report-model';
import type { ListEndingClaims } from './runs';

/** Finds the text run with the last words of each claim: its footnote reference follows that run. */
export class ClaimEnds {
  private readonly endsByRun = new Map<ReportRun, number[]>();
  /** Numbers of claims that mark no words of any block, such as the space between two blocks. */
  readonly withoutWords: number[];

  constructor(blocks: readonly RankedBlock[], claims: Report['claims']) {
    const lastRuns = new Map<number, ReportRun>();
    for (const { block } of blocks)
      for (const run of block.runs) for (const { number } of run.claims) lastRuns.set(number, run);
    for (const [number, run] of lastRuns)
      this.endsByRun.set(run, [...(this.endsByRun.get(run) ?? []), number]);
    this.withoutWords = claims.flatMap(({ number }) => (lastRuns.has(number) ? [] : number));
  }

  listEnding: ListEndingClaims = (run) => this.endsByRun.get(run) ?? [];

  /** Splits a table row into cells. A claim ends in the last cell that its run is split into. */
  splitRow(runs: readonly ReportRun[]): { cells: ReportRun[][]; listEnding: ListEndingClaims } {
    const ends = new Map<ReportRun, number[]>();
    const cells = splitCells(runs);
    const cellRuns = cells.flat();
    let count = 0;
    for (const run of runs) {
      count += run.text.split('\t').length;
      const last = cellRuns[count - 1];
      if (last) ends.set(last, this.listEnding(run));
    }
    return { cells, listEnding: (run) => ends.get(run) ?? [] };
  }
}
