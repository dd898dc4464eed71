import { createRandom } from '../bench/support/random';
import { compareSearches } from './leaks/compare-searches';
import { generateJob } from './leaks/generate-job';
import type { Print } from './support/tally';

/** How many reports are compared: `STET_LEAKS`, or as many as take about two minutes. */
const count = Number(process.env.STET_LEAKS ?? 3_000);
/** Examples that are printed of each cause. */
const maxExamples = 3;

/**
 * Searches random reports with confidential sources in two ways: in the texts of the model, and in the rendered file. Prints the
 * differences by their cause. Resolves to how often the search of the model found less.
 */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  const byCause = new Map<string, { count: number; examples: string[] }>();
  let equal = 0;
  for (let index = 0; index < count; index += 1) {
    const differences = compareSearches(generateJob(createRandom(seed + index)));
    if (differences.length === 0) equal += 1;
    for (const { cause, example } of differences) {
      const known = byCause.get(cause) ?? { count: 0, examples: [] };
      byCause.set(cause, known);
      known.count += 1;
      if (known.examples.length < maxExamples) known.examples.push(`${example} [seed ${seed + index}]`);
    }
  }
  print(`${equal} of ${count} reports have the same findings`);
  let lost = 0;
  for (const [cause, { count: times, examples }] of [...byCause].sort((a, b) => b[1].count - a[1].count)) {
    if (cause.startsWith('LOST')) lost += times;
    print(`${times} × ${cause}`);
    for (const example of examples) print(`    ${example}`);
  }
  return lost;
}
