/**
 * Runs the tasks by turns for this many rounds, after a tenth as many to warm up. Returns the durations of each task in
 * milliseconds.
 */
export async function measureInterleaved(
  rounds: number,
  tasks: readonly (() => Promise<void>)[],
): Promise<number[][]> {
  const times = tasks.map((): number[] => []);
  for (let round = -Math.ceil(rounds / 10); round < rounds; round += 1)
    for (const [index, task] of tasks.entries()) {
      const start = performance.now();
      await task();
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  return times;
}

/** The median (the upper one of two); 0 for no values. */
export function median(values: readonly number[] = []): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
