import { carrySpans } from '../../../shared/drafts/locate/carry-span';
import { matchedQuote, placesByDiff } from './baselines';
import { madeClaims, madeRevision, spanOf } from './generate-revision';
import { randomOf } from './draft-text';
import { median } from '../support/measure';
import { type Print, reportAtLeast } from '../support/report-metrics';

interface Size {
  words: number;
  claims: number;
  /** So many of the claims are matched each by itself, and the time of all is worked out from that. */
  sampled: number;
  rounds: number;
  /** So many times faster at least. */
  bound: number;
  /** Seconds after which diff-match-patch is to give up looking for a better comparison. */
  timeout: number;
}

const small: Size = { words: 5_000, claims: 100, sampled: 100, rounds: 1, bound: 4, timeout: 1 };
const large: Size = { words: 500_000, claims: 10_000, sampled: 200, rounds: 5, bound: 400, timeout: 10 };

function timed<Answer>(task: () => Answer): { took: number; answer: Answer } {
  const start = performance.now();
  const answer = task();
  return { took: performance.now() - start, answer };
}

/** Drafts and claims alone: what is known of each word would weigh on the garbage collector meanwhile. */
function caseOf({ words, claims }: Size) {
  const random = randomOf(words);
  const revision = madeRevision(random, {
    ...{ words, replaced: 0.05 },
    ...{ moved: 0.02, deleted: 0.02, inserted: 0.02, repeated: 0.01 },
  });
  const spans = madeClaims(random, revision.before, claims).map((claim) => spanOf(revision.before, claim));
  return { before: revision.before.draft, after: revision.after.draft, spans };
}

function speedOf(print: Print, size: Size, how: string): void {
  const { before, after, spans } = caseOf(size);
  const took: number[] = [];
  const theirs: number[] = [];
  const part = Math.ceil(size.sampled / size.rounds);
  for (let round = 0; round < size.rounds; round += 1) {
    took.push(timed(() => carrySpans(before, after, spans)).took);
    const sample = spans.slice(round * part, (round + 1) * part);
    const matched = timed(() => sample.map((span) => matchedQuote(before.text, after.text, span)));
    theirs.push((matched.took / sample.length) * size.claims);
  }
  const diff = timed(() => placesByDiff(before.text, after.text, spans, size.timeout));
  const ours = median(took);
  const each = theirs.reduce((sum, time) => sum + time, 0) / theirs.length;
  reportAtLeast(print, {
    what: `${size.claims} claims in ${size.words} words, ${how}`,
    value: each / ours,
    bound: size.bound,
    unit: ' x',
    beside: `${ours.toFixed(ours < 100 ? 1 : 0)} ms; each quote by itself ${each.toFixed(0)} ms (${size.sampled} of them matched); diff-match-patch, told to end after ${size.timeout} s, ${diff.took.toFixed(0)} ms`,
  });
}

/** The first time in a process, which is how a reviewer meets it; to be run before everything else. */
export function coldSpeed(print: Print): void {
  print('Speed, beside matching each quote by itself (times as fast)');
  speedOf(print, small, 'first in the process');
}

/** A short draft again, and a long one: the middle of several rounds. */
export function warmSpeed(print: Print): void {
  speedOf(print, { ...small, rounds: 5 }, 'warm, median of 5');
  speedOf(print, large, 'median of 5');
}
