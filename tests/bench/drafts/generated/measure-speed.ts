import { carrySpans } from '../../../unit/shared/drafts/locate/carry-spans';
import { median } from '../../support/measure';
import { createRandom } from '../../support/random';
import { type Print, reportAtLeast } from '../../support/report-metrics';
import { locateByDiff, matchQuote } from '../baselines';
import { generateClaims, generateRevision, getWordSpan } from './generate-revision';

interface Size {
  words: number;
  claims: number;
  /** How many claims the baseline matches. The time for all claims is extrapolated. */
  sampleSize: number;
  rounds: number;
  /** How many times faster than the baseline carrying must be. */
  minSpeedup: number;
  /** When diff-match-patch stops looking for a better comparison. */
  diffTimeoutSeconds: number;
}

const small: Size = {
  words: 5_000,
  claims: 100,
  sampleSize: 100,
  rounds: 1,
  minSpeedup: 4,
  diffTimeoutSeconds: 1,
};
const large: Size = {
  words: 500_000,
  claims: 10_000,
  sampleSize: 200,
  rounds: 5,
  minSpeedup: 400,
  diffTimeoutSeconds: 10,
};

function timeTask<Result>(task: () => Result): { durationMs: number; result: Result } {
  const start = performance.now();
  const result = task();
  return { durationMs: performance.now() - start, result };
}

/** Generates drafts and claims. The origins of words are dropped, because they would slow down the garbage collector. */
function createCase({ words, claims }: Size) {
  const random = createRandom(words);
  const revision = generateRevision(random, {
    words,
    replaced: 0.05,
    moved: 0.02,
    deleted: 0.02,
    inserted: 0.02,
    repeated: 0.01,
  });
  const spans = generateClaims(random, revision.before, claims).map((claim) =>
    getWordSpan(revision.before, claim),
  );
  return { before: revision.before.draft, after: revision.after.draft, spans };
}

function measureSpeed(print: Print, size: Size, condition: string): void {
  const { before, after, spans } = createCase(size);
  const carryTimes: number[] = [];
  const matchTimes: number[] = [];
  const samplePerRound = Math.ceil(size.sampleSize / size.rounds);
  for (let round = 0; round < size.rounds; round += 1) {
    carryTimes.push(timeTask(() => carrySpans(before, after, spans)).durationMs);
    const sample = spans.slice(round * samplePerRound, (round + 1) * samplePerRound);
    const { durationMs } = timeTask(() => sample.map((span) => matchQuote(before.text, after.text, span)));
    matchTimes.push((durationMs / sample.length) * size.claims);
  }
  const diff = timeTask(() => locateByDiff(before.text, after.text, spans, size.diffTimeoutSeconds));
  const carryMs = median(carryTimes);
  const matchMs = matchTimes.reduce((sum, time) => sum + time, 0) / matchTimes.length;
  reportAtLeast(print, {
    what: `${size.claims} claims in ${size.words} words, ${condition}`,
    value: matchMs / carryMs,
    bound: size.minSpeedup,
    unit: ' x',
    beside: `${carryMs.toFixed(carryMs < 100 ? 1 : 0)} ms; quotes matched separately ${matchMs.toFixed(0)} ms (by ${size.sampleSize} of them); diff-match-patch with a timeout of ${size.diffTimeoutSeconds} s, ${diff.durationMs.toFixed(0)} ms`,
  });
}

/** Measures the first run in a process, as a reviewer experiences it. It must run before everything else. */
export function measureColdSpeed(print: Print): void {
  print('Speed, compared with matching each quote separately (times as fast)');
  measureSpeed(print, small, 'first in the process');
}

/** Measures a short and a long draft: the median of several rounds. */
export function measureWarmSpeed(print: Print): void {
  measureSpeed(print, { ...small, rounds: 5 }, 'warm, median of 5');
  measureSpeed(print, large, 'median of 5');
}
