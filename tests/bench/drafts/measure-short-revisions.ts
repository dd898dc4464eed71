import { carrySpans } from '../../../shared/drafts/locate/carry-span';
import { generateShortClaims, type Outcome, classifyOutcome, type GroundTruth, getGroundTruth } from './short-claims';
import { generateShortRevision, planShortRevision } from './generate-short-revision';
import { createRandom } from './draft-text';
import { type Print, reportAtLeast, reportAtMost } from '../support/report-metrics';

const revisionCount = 50_000;

type Counts = Record<Outcome | 'all', number>;

function createCounts(): Counts {
  return { all: 0, placed: 0, offered: 0, lost: 0, tied: 0, cut: 0, unlike: 0, silent: 0 };
}

/** Claims of short made-up texts in five scripts, of which it is known what became of each sentence. */
export function measureShortRevisions(print: Print): void {
  const seed = Number(process.env.STET_SEED ?? Date.now() % 1_000_000_000);
  const random = createRandom(seed);
  const counts: Record<GroundTruth['kind'], Counts> = {
    ...{ once: createCounts(), several: createCounts(), figure: createCounts() },
    ...{ gone: createCounts(), copies: createCounts() },
  };
  const parts = createCounts();
  const scripts = new Map<string, { all: number; placed: number }>();
  for (let index = 0; index < revisionCount; index += 1) {
    // In every other brief one sentence of ten repeats another.
    const brief = generateShortRevision(random, planShortRevision(random, index % 2 === 0 ? 0 : 0.1));
    const claims = generateShortClaims(random, brief);
    const spans = claims.map(({ span }) => span);
    for (const [at, carried] of carrySpans(brief.before.draft, brief.after.draft, spans).entries()) {
      const claim = claims[at];
      if (!claim) continue;
      const truth = getGroundTruth(brief, claim);
      const outcome = classifyOutcome(brief, claim, truth, carried);
      // A single figure that changed shares no word with what it was, and so is offered, never taken.
      const counted = truth.kind === 'figure' && claim.isPart ? parts : counts[truth.kind];
      counted.all += 1;
      counted[outcome] += 1;
      if (truth.kind !== 'once') continue;
      const script = scripts.get(brief.script.name) ?? { all: 0, placed: 0 };
      script.all += 1;
      if (outcome === 'placed') script.placed += 1;
      scripts.set(brief.script.name, script);
    }
  }
  print(`Short texts: ${revisionCount} made-up briefs in five scripts (seed ${seed}; STET_SEED repeats one)`);
  const { once, several, figure, gone, copies } = counts;
  const beside = [...scripts].map(([name, { all, placed }]) => `${name} ${placed} of ${all}`).join(', ');
  reportPlacedShare(print, 'sentence stands verbatim once: placed', once, { bound: 99.9, beside });
  reportNone(print, 'tied to other words', once, ['tied', 'unlike']);
  reportNone(print, 'cut', once, ['cut']);
  reportNone(print, 'silently wrong', once, ['silent']);
  reportNone(print, 'in several places: neither on one nor offered', several, [
    ...(['lost', 'tied', 'cut', 'unlike', 'silent'] as const),
  ]);
  reportPlacedShare(print, 'a figure changed: placed', figure, { bound: 99.5, beside: formatCounts(figure) });
  print(`    parts of such sentences: ${formatCounts(parts)}`);
  reportNone(print, 'gone: tied to words under half alike', gone, ['unlike']);
  reportNone(print, 'gone: silently wrong', gone, ['silent']);
  reportNone(print, 'one of several before: to words under half alike', copies, ['unlike']);
}

function formatCounts({ all, ...outcomes }: Counts): string {
  const counts = Object.entries(outcomes).filter(([, count]) => count > 0);
  return `of ${all} ${counts.map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`;
}

function reportPlacedShare(
  print: Print,
  what: string,
  counts: Counts,
  { bound, beside }: { bound: number; beside: string },
): void {
  reportAtLeast(print, {
    what,
    value: (100 * counts.placed) / Math.max(1, counts.all),
    bound,
    digits: 2,
    unit: '%',
    beside,
  });
}

function reportNone(print: Print, what: string, counts: Counts, outcomes: readonly Outcome[]): void {
  const value = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  reportAtMost(print, { what, value, bound: 0, beside: formatCounts(counts) });
}
