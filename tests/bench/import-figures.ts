export type Print = (line: string) => void;

/** One figure a line; what it must be, and whether it is. */
export interface Figure {
  what: string;
  value: number;
  bound: number;
  /** Of the value and its bound. */
  digits?: number;
  unit?: string;
  /** What it is compared with, or which file it is of. */
  beside?: string;
}

function line(print: Print, figure: Figure, words: string, met: boolean): void {
  const { what, value, bound, digits = 0, unit = '', beside = '' } = figure;
  const limit = `(${words} ${bound.toFixed(digits)})`;
  print(
    `  ${what.padEnd(44)} ${`${value.toFixed(digits)}${unit}`.padStart(9)}  ${limit.padEnd(17)} ${met ? 'pass' : 'MISS'}${beside && `; ${beside}`}`,
  );
}

export function atLeast(print: Print, figure: Figure): void {
  line(print, figure, 'at least', figure.value >= figure.bound);
}

export function atMost(print: Print, figure: Figure): void {
  line(print, figure, 'at most', figure.value <= figure.bound);
}

export interface Scored {
  name: string;
  score: number;
}

/** 0 of none. */
export function average(scores: readonly Scored[]): number {
  return scores.reduce((sum, { score }) => sum + score, 0) / Math.max(1, scores.length);
}

/** The average of some files, the worst of them, and the others that are below the bound of the worst. */
export function averageAndWorst(
  print: Print,
  what: string,
  scores: readonly Scored[],
  bounds: { average: number; worst: number },
  beside = '',
): void {
  const mean = { value: average(scores), bound: bounds.average, digits: 3, beside };
  atLeast(print, { what: `${what}, average of ${scores.length}`, ...mean });
  const [worst, ...others] = scores.toSorted((a, b) => a.score - b.score);
  if (!worst) return;
  const lowest = { value: worst.score, bound: bounds.worst, digits: 3, beside: worst.name };
  atLeast(print, { what: `${what}, worst`, ...lowest });
  for (const { name, score } of others.filter(({ score }) => score < bounds.worst))
    print(`    also below: ${score.toFixed(3)} ${name}`);
}
