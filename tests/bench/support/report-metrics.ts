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

export type Print = (line: string) => void;

/** A measured value, and the bound that it must meet. Reported on one line. */
interface Metric {
  what: string;
  value: number;
  bound: number;
  /** Decimal digits of the value and its bound. */
  digits?: number;
  unit?: string;
  /** A value to compare with, or the file of the value. */
  beside?: string;
}

function reportMetric(print: Print, metric: Metric, relation: string, isMet: boolean): void {
  const { what, value, bound, digits = 0, unit = '', beside = '' } = metric;
  const limit = `(${relation} ${bound.toFixed(digits)})`;
  print(
    `  ${what.padEnd(44)} ${`${value.toFixed(digits)}${unit}`.padStart(9)}  ${limit.padEnd(17)} ${isMet ? 'pass' : 'MISS'}${beside && `; ${beside}`}`,
  );
}

export function reportAtLeast(print: Print, metric: Metric): void {
  reportMetric(print, metric, 'at least', metric.value >= metric.bound);
}

export function reportAtMost(print: Print, metric: Metric): void {
  reportMetric(print, metric, 'at most', metric.value <= metric.bound);
}

export interface ScoredFile {
  name: string;
  score: number;
}

/** The mean score; 0 when there are no files. */
export function getAverage(scores: readonly ScoredFile[]): number {
  return scores.reduce((sum, { score }) => sum + score, 0) / Math.max(1, scores.length);
}

/** Reports the average of files, the worst of them, and others below the bound for the worst. */
export function reportAverageAndWorst(
  print: Print,
  what: string,
  scores: readonly ScoredFile[],
  bounds: { average: number; worst: number },
  beside = '',
): void {
  const mean = { value: getAverage(scores), bound: bounds.average, digits: 3, beside };
  reportAtLeast(print, { what: `${what}, average of ${scores.length}`, ...mean });
  const [worst, ...others] = scores.toSorted((a, b) => a.score - b.score);
  if (!worst) return;
  const lowest = { value: worst.score, bound: bounds.worst, digits: 3, beside: worst.name };
  reportAtLeast(print, { what: `${what}, worst`, ...lowest });
  for (const { name, score } of others.filter(({ score }) => score < bounds.worst))
    print(`    also below: ${score.toFixed(3)} ${name}`);
}
