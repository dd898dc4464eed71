/** Words that stand in both drafts in the same order, one after the other: indexes of words. */
export interface Run {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** A range of words of both drafts: half-open, indexes of words. */
export interface Window {
  readonly before: number;
  readonly beforeEnd: number;
  readonly after: number;
  readonly afterEnd: number;
}

/** What of the runs, in order of both, is left when each word is used once: of what overlaps, the earlier run keeps it. */
export function withoutOverlap(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  let before = 0;
  let after = 0;
  for (const run of runs) {
    const cut = Math.max(0, before - run.before, after - run.after);
    if (cut >= run.length) continue;
    kept.push({ before: run.before + cut, after: run.after + cut, length: run.length - cut });
    before = run.before + run.length;
    after = run.after + run.length;
  }
  return kept;
}
