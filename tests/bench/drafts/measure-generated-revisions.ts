import type { CarriedSpan } from '../../../shared/drafts/locate/carried-span';
import { carrySpans } from '../../../shared/drafts/locate/carry-span';
import type { Span } from '../../../shared/text/span';
import { matchQuote } from './baselines';
import { type GeneratedDraft, generateClaims, generateRevision, type RevisionRates, getWordSpan } from './generate-revision';
import { createRandom } from './draft-text';
import { type Print, reportAtLeast, reportAtMost } from '../support/report-metrics';

const claimCount = 200_000;
const claimsPerRevision = 4_000;
const baselineSampleSize = 20;

/** Where a claim's words went, by what is known of the revision; null when not all of them stand in a row any more. */
function getTrueSpan(
  places: Int32Array,
  after: GeneratedDraft,
  { start, end }: { start: number; end: number },
): Span | null {
  const first = places[start] ?? -1;
  if (first === -1) return null;
  for (let word = start; word < end; word += 1) if (places[word] !== first + word - start) return null;
  return getWordSpan(after, { start: first, end: first + end - start });
}

/** By word of the draft before, the word of the draft after that it became; -1 when it is gone. */
function mapWords({ before, after }: { before: GeneratedDraft; after: GeneratedDraft }): Int32Array {
  const places = new Int32Array(before.words.length).fill(-1);
  for (const [index, { origin }] of after.words.entries()) if (origin !== -1) places[origin] = index;
  return places;
}

/**
 * Whether words are said to stand where they do not: `silently` when nothing says so, `flagged` when the claim is to be
 * checked again all the same, as the sentence around it changed.
 */
function classifyError(carried: CarriedSpan, truth: Span | null): 'silently' | 'flagged' | null {
  if (carried.status === 'ambiguous' || carried.status === 'lost') return null;
  if (carried.status === 'reworded' && carried.material) return null;
  if (truth && carried.span.start === truth.start && carried.span.end === truth.end) return null;
  return carried.context.some(({ material }) => material) ? 'flagged' : 'silently';
}

/** Made-up revisions of all sorts, of which it is known where each claim went. */
export function measureGeneratedRevisions(print: Print): void {
  const seed = Number(process.env.STET_SEED ?? Date.now() % 1_000_000_000);
  const random = createRandom(seed);
  print(`Made-up revisions (seed ${seed}; STET_SEED repeats one)`);
  const counts = { claims: 0, wrong: 0, flagged: 0, kept: 0, placed: 0, ambiguous: 0, lost: 0 };
  const baseline = { claims: 0, wrong: 0 };
  while (counts.claims < claimCount) {
    const how: RevisionRates = {
      words: 20_000,
      replaced: 0.02 + 0.08 * random.next(),
      moved: 0.1 * random.next(),
      deleted: 0.1 * random.next(),
      inserted: 0.1 * random.next(),
      repeated: 0.1 * random.next(),
    };
    const revision = generateRevision(random, how);
    const { before, after } = revision;
    const claims = generateClaims(random, before, claimsPerRevision);
    const spans = claims.map((claim) => getWordSpan(before, claim));
    const places = mapWords(revision);
    const carried = carrySpans(before.draft, after.draft, spans);
    for (const [index, answer] of carried.entries()) {
      const claim = claims[index] ?? { start: 0, end: 1 };
      const truth = getTrueSpan(places, after, claim);
      counts.claims += 1;
      const wrong = classifyError(answer, truth);
      if (wrong === 'flagged') counts.flagged += 1;
      if (wrong === 'silently') {
        counts.wrong += 1;
        if (counts.wrong <= 3) print(`    wrong: ${JSON.stringify({ claim: spans[index], truth, answer })}`);
      }
      if (answer.status === 'ambiguous') counts.ambiguous += 1;
      if (answer.status === 'lost') counts.lost += 1;
      if (!truth) continue;
      counts.kept += 1;
      if (!('span' in answer) || answer.span.start !== truth.start || answer.span.end !== truth.end) continue;
      counts.placed += 1;
    }
    for (const [index, span] of spans.slice(0, baselineSampleSize).entries()) {
      const truth = getTrueSpan(places, after, claims[index] ?? { start: 0, end: 1 });
      const place = matchQuote(before.draft.text, after.draft.text, span);
      baseline.claims += 1;
      // It never says that it isn't sure.
      if (place && (place.start !== truth?.start || place.end !== truth.end)) baseline.wrong += 1;
    }
  }
  const share = (part: number, whole: number) => (100 * part) / Math.max(1, whole);
  const theirs = `each quote by itself: ${share(baseline.wrong, baseline.claims).toFixed(1)}% of ${baseline.claims} not where its words went, or edited, and nothing says so`;
  reportAtMost(print, {
    what: `silently wrong of ${counts.claims}`,
    value: counts.wrong,
    bound: 0,
    beside: `${counts.flagged} at the wrong place, but to be checked again; ${theirs}`,
  });
  reportAtLeast(print, {
    what: 'words that all stayed, at their place',
    value: share(counts.placed, counts.kept),
    bound: 97.5,
    digits: 2,
    unit: '%',
    beside: `of all ${share(counts.ambiguous, counts.claims).toFixed(2)}% ambiguous, ${share(counts.lost, counts.claims).toFixed(2)}% lost`,
  });
}
