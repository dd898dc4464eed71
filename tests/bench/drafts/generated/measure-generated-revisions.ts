import type { CarriedSpan } from '../../../../shared/drafts/locate/carry-span';
import { isSameSpan, type Span } from '../../../../shared/text/span';
import { carrySpans } from '../../../unit/shared/drafts/locate/carry-spans';
import { createRandom, type Random, readSeed } from '../../support/random';
import { type Print, reportAtLeast, reportAtMost } from '../../support/report-metrics';
import { matchQuote } from '../baselines';
import {
  type GeneratedDraft,
  type GeneratedRevision,
  generateClaims,
  generateRevision,
  getWordSpan,
  type RevisionRates,
  type WordRange,
} from './generate-revision';

const claimCount = 200_000;
const claimsPerRevision = 4_000;
/** The baseline is slow, so it is measured on this many claims of each revision. */
const baselineSampleSize = 20;
const maxPrintedErrors = 3;

/** The span of a claim's words in the draft after; null when they are not all there in a row any more. */
function getTrueSpan(wordMap: Int32Array, after: GeneratedDraft, { start, end }: WordRange): Span | null {
  const first = wordMap[start] ?? -1;
  if (first === -1) return null;
  for (let word = start; word < end; word += 1) if (wordMap[word] !== first + word - start) return null;
  return getWordSpan(after, { start: first, end: first + end - start });
}

/** Maps the index of each word of the draft before to its index in the draft after; -1 when it is removed. */
function mapWords({ before, after }: GeneratedRevision): Int32Array {
  const wordMap = new Int32Array(before.words.length).fill(-1);
  for (const [index, { origin }] of after.words.entries()) if (origin !== -1) wordMap[origin] = index;
  return wordMap;
}

/**
 * Whether a claim was placed on other words: `unflagged` when nothing shows it, `flagged` when the claim needs a recheck anyway,
 * because the sentence around it has changed.
 */
function classifyError(carried: CarriedSpan, truth: Span | null): 'unflagged' | 'flagged' | null {
  if (carried.status === 'ambiguous' || carried.status === 'lost') return null;
  if (carried.status === 'reworded' && carried.material) return null;
  if (truth && isSameSpan(carried.span, truth)) return null;
  return carried.contextChanges.some(({ material }) => material) ? 'flagged' : 'unflagged';
}

function drawRates(random: Random): RevisionRates {
  return {
    words: 20_000,
    replaced: 0.02 + 0.08 * random.next(),
    moved: 0.1 * random.next(),
    deleted: 0.1 * random.next(),
    inserted: 0.1 * random.next(),
    repeated: 0.1 * random.next(),
  };
}

const createCounts = () => ({
  claims: 0,
  unflagged: 0,
  flagged: 0,
  unchanged: 0,
  placed: 0,
  ambiguous: 0,
  lost: 0,
  baseline: { claims: 0, wrong: 0 },
});

type Counts = ReturnType<typeof createCounts>;

/** Measures how claims are carried in generated revisions of all kinds. */
export function measureGeneratedRevisions(print: Print): void {
  const seed = readSeed();
  const random = createRandom(seed);
  print(`Generated revisions (seed ${seed}; set STET_SEED to repeat)`);
  const counts = createCounts();
  while (counts.claims < claimCount) measureRevision(print, random, counts);
  reportCounts(print, counts);
}

function measureRevision(print: Print, random: Random, counts: Counts): void {
  const revision = generateRevision(random, drawRates(random));
  const { before, after } = revision;
  const claims = generateClaims(random, before, claimsPerRevision);
  const spans = claims.map((claim) => getWordSpan(before, claim));
  const wordMap = mapWords(revision);
  const carriedSpans = carrySpans(before.draft, after.draft, spans);
  for (const [index, carried] of carriedSpans.entries()) {
    const truth = getTrueSpan(wordMap, after, claims[index] ?? { start: 0, end: 1 });
    counts.claims += 1;
    const error = classifyError(carried, truth);
    if (error) counts[error] += 1;
    if (error === 'unflagged' && counts.unflagged <= maxPrintedErrors)
      print(`    wrong: ${JSON.stringify({ claim: spans[index], truth, carried })}`);
    if (carried.status === 'ambiguous' || carried.status === 'lost') counts[carried.status] += 1;
    if (!truth) continue;
    counts.unchanged += 1;
    if ('span' in carried && isSameSpan(carried.span, truth)) counts.placed += 1;
  }
  for (const [index, span] of spans.slice(0, baselineSampleSize).entries()) {
    const truth = getTrueSpan(wordMap, after, claims[index] ?? { start: 0, end: 1 });
    const match = matchQuote(before.draft.text, after.draft.text, span);
    counts.baseline.claims += 1;
    // The baseline flags nothing.
    if (match && !(truth && isSameSpan(match, truth))) counts.baseline.wrong += 1;
  }
}

function reportCounts(print: Print, counts: Counts): void {
  const { claims, baseline } = counts;
  const toPercent = (part: number, whole: number) => (100 * part) / Math.max(1, whole);
  const baselineError = toPercent(baseline.wrong, baseline.claims).toFixed(1);
  reportAtMost(print, {
    what: `wrong without a flag, of ${claims}`,
    value: counts.unflagged,
    bound: 0,
    beside: `${counts.flagged} wrong, but flagged for recheck; quotes matched separately: ${baselineError}% of ${baseline.claims} wrong, none flagged`,
  });
  reportAtLeast(print, {
    what: 'unchanged words: placed',
    value: toPercent(counts.placed, counts.unchanged),
    bound: 97.5,
    digits: 2,
    unit: '%',
    beside: `of all ${toPercent(counts.ambiguous, claims).toFixed(2)}% ambiguous, ${toPercent(counts.lost, claims).toFixed(2)}% lost`,
  });
}
