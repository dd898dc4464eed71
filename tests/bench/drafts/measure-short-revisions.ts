import { carrySpans } from '../../unit/shared/drafts/locate/carry-spans';
import { createRandom, readSeed } from '../support/random';
import { type Print, reportAtLeast, reportAtMost } from '../support/report-metrics';
import { generateShortRevision, planShortRevision } from './generate-short-revision';
import {
  classifyOutcome,
  type GroundTruth,
  generateShortClaims,
  getGroundTruth,
  type Outcome,
} from './short-claims';

const revisionCount = 50_000;

type Counts = Record<Outcome | 'all', number>;

function createCounts(): Counts {
  return { all: 0, placed: 0, offered: 0, lost: 0, misplaced: 0, truncated: 0, dissimilar: 0, unflagged: 0 };
}

interface ShortCounts {
  byTruth: Record<GroundTruth['kind'], Counts>;
  /** Claims on a part of a sentence with a changed figure. */
  partsWithFigure: Counts;
  /** Claims whose sentence occurs verbatim once, by writing system. */
  byWritingSystem: Map<string, { all: number; placed: number }>;
}

/** Measures how claims are carried in generated short texts of five writing systems. */
export function measureShortRevisions(print: Print): void {
  const seed = readSeed();
  const { byTruth, partsWithFigure, byWritingSystem } = countOutcomes(seed);
  print(
    `Short texts: ${revisionCount} generated revisions in five writing systems (seed ${seed}; set STET_SEED to repeat)`,
  );
  const { once, several, figure, removed, repeatedBefore } = byTruth;
  const beside = [...byWritingSystem]
    .map(([name, { all, placed }]) => `${name} ${placed} of ${all}`)
    .join(', ');
  reportPlacedShare(print, 'sentence occurs verbatim once: placed', once, { bound: 99.9, beside });
  reportNone(print, 'placed on other words', once, ['misplaced', 'dissimilar']);
  reportNone(print, 'truncated', once, ['truncated']);
  reportNone(print, 'wrong without a flag', once, ['unflagged']);
  reportNone(print, 'occurs several times: not placed, not offered', several, [
    ...(['lost', 'misplaced', 'truncated', 'dissimilar', 'unflagged'] as const),
  ]);
  reportPlacedShare(print, 'a figure changed: placed', figure, {
    bound: 99.5,
    beside: formatCounts(figure),
  });
  print(`    parts of such sentences: ${formatCounts(partsWithFigure)}`);
  reportNone(print, 'removed: placed on less than half the words', removed, ['dissimilar']);
  reportNone(print, 'removed: wrong without a flag', removed, ['unflagged']);
  reportNone(print, 'repeated before: on less than half the words', repeatedBefore, ['dissimilar']);
}

function countOutcomes(seed: number): ShortCounts {
  const random = createRandom(seed);
  const byTruth = {
    once: createCounts(),
    several: createCounts(),
    figure: createCounts(),
    removed: createCounts(),
    repeatedBefore: createCounts(),
  };
  const partsWithFigure = createCounts();
  const byWritingSystem = new Map<string, { all: number; placed: number }>();
  for (let index = 0; index < revisionCount; index += 1) {
    // In every other revision, one of ten sentences repeats another one.
    const revision = generateShortRevision(random, planShortRevision(random, index % 2 === 0 ? 0 : 0.1));
    const claims = generateShortClaims(random, revision);
    const spans = claims.map(({ span }) => span);
    for (const [at, carried] of carrySpans(revision.before.draft, revision.after.draft, spans).entries()) {
      const claim = claims[at];
      if (!claim) continue;
      const truth = getGroundTruth(revision, claim);
      const outcome = classifyOutcome(revision, claim, truth, carried);
      // A claim on just the changed figure shares no word with its new text, so it is offered and not placed.
      const counts = truth.kind === 'figure' && claim.isPart ? partsWithFigure : byTruth[truth.kind];
      counts.all += 1;
      counts[outcome] += 1;
      if (truth.kind !== 'once') continue;
      const { name } = revision.writingSystem;
      const ofWritingSystem = byWritingSystem.get(name) ?? { all: 0, placed: 0 };
      ofWritingSystem.all += 1;
      if (outcome === 'placed') ofWritingSystem.placed += 1;
      byWritingSystem.set(name, ofWritingSystem);
    }
  }
  return { byTruth, partsWithFigure, byWritingSystem };
}

function formatCounts({ all, ...outcomes }: Counts): string {
  const counts = Object.entries(outcomes).filter(([, count]) => count > 0);
  return `of ${all} ${counts.map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`;
}

function reportPlacedShare(
  print: Print,
  what: string,
  { placed, all }: Counts,
  { bound, beside }: { bound: number; beside: string },
): void {
  const value = (100 * placed) / Math.max(1, all);
  reportAtLeast(print, { what, value, bound, digits: 2, unit: '%', beside });
}

function reportNone(print: Print, what: string, counts: Counts, outcomes: readonly Outcome[]): void {
  const value = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  reportAtMost(print, { what, value, bound: 0, beside: formatCounts(counts) });
}
