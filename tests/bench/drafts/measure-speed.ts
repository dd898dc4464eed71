import { carrySpans } from '../../../shared/drafts/locate/carry-span';
import { matchQuote, locateByDiff } from './baselines';
import { generateClaims, generateRevision, getWordSpan } from './generate-revision';
import { createRandom } from './draft-text';
import { median } from '../support/measure';
import { type Print, reportAtLeast } from '../support/report-metrics';

interface Size {
  words: number;
  claims: number;
  /** So many of the claims are matched each by itself, and the time of all is worked out from that. */
  sampleSize: number;
  rounds: number;
  /** So many times faster at least. */
  minSpeedup: number;
  /** Seconds after which diff-match-patch is to give up looking for a better comparison. */
  diffTimeoutSeconds: number;
}

const small: Size = { words: 5_000, claims: 100, sampleSize: 100, rounds: 1, minSpeedup: 4, diffTimeoutSeconds: 1 };
const large: Size = { words: 500_000, claims: 10_000, sampleSize: 200, rounds: 5, minSpeedup: 400, diffTimeoutSeconds: 10 };

function timeTask<Answer>(task: () => Answer): { took: number; answer: Answer } {
  const start = performance.now();
  const answer = task();
  return { took: performance.now() - start, answer };
}

/** Drafts and claims alone: what is known of each word would weigh on the garbage collector meanwhile. */
function createCase({ words, claims }: Size) {
  const random = createRandom(words);
  const revision = generateRevision(random, {
    ...{ words, replaced: 0.05 },
    ...{ moved: 0.02, deleted: 0.02, inserted: 0.02, repeated: 0.01 },
  });
  const spans = generateClaims(random, revision.before, claims).map((claim) => getWordSpan(revision.before, claim));
  return { before: revision.before.draft, after: revision.after.draft, spans };
}

function measureSpeed(print: Print, size: Size, how: string): void {
  const { before, after, spans } = createCase(size);
  const took: number[] = [];
  const theirs: number[] = [];
  const part = Math.ceil(size.sampleSize / size.rounds);
  for (let round = 0; round < size.rounds; round += 1) {
    took.push(timeTask(() => carrySpans(before, after, spans)).took);
    const sample = spans.slice(round * part, (round + 1) * part);
    const matched = timeTask(() => sample.map((span) => matchQuote(before.text, after.text, span)));
    theirs.push((matched.took / sample.length) * size.claims);
  }
  const diff = timeTask(() => locateByDiff(before.text, after.text, spans, size.diffTimeoutSeconds));
  const ours = median(took);
  const each = theirs.reduce((sum, time) => sum + time, 0) / theirs.length;
  reportAtLeast(print, {
    what: `${size.claims} claims in ${size.words} words, ${how}`,
    value: each / ours,
    bound: size.minSpeedup,
    unit: ' x',
    beside: `${ours.toFixed(ours < 100 ? 1 : 0)} ms; each quote by itself ${each.toFixed(0)} ms (${size.sampleSize} of them matched); diff-match-patch, told to end after ${size.diffTimeoutSeconds} s, ${diff.took.toFixed(0)} ms`,
  });
}

/** The first time in a process, which is how a reviewer meets it; to be run before everything else. */
export function measureColdSpeed(print: Print): void {
  print('Speed, beside matching each quote by itself (times as fast)');
  measureSpeed(print, small, 'first in the process');
}

/** A short draft again, and a long one: the middle of several rounds. */
export function measureWarmSpeed(print: Print): void {
  measureSpeed(print, { ...small, rounds: 5 }, 'warm, median of 5');
  measureSpeed(print, large, 'median of 5');
}
