import { carrySpans } from '../../../shared/drafts/locate/carry-span';
import { claimsOf, type Outcome, outcomeOf, type Truth, truthOf } from './short-claims';
import { madeBrief, plannedBrief } from './generate-short-revision';
import { randomOf } from './draft-text';
import { type Print, reportAtLeast, reportAtMost } from '../support/report-metrics';

const briefsInAll = 50_000;

type Counts = Record<Outcome | 'all', number>;

function emptyCounts(): Counts {
  return { all: 0, placed: 0, offered: 0, lost: 0, tied: 0, cut: 0, unlike: 0, silent: 0 };
}

/** Claims of short made-up texts in five scripts, of which it is known what became of each sentence. */
export function briefFigures(print: Print): void {
  const seed = Number(process.env.STET_SEED ?? Date.now() % 1_000_000_000);
  const random = randomOf(seed);
  const counts: Record<Truth['kind'], Counts> = {
    ...{ once: emptyCounts(), several: emptyCounts(), figure: emptyCounts() },
    ...{ gone: emptyCounts(), copies: emptyCounts() },
  };
  const parts = emptyCounts();
  const scripts = new Map<string, { all: number; placed: number }>();
  for (let index = 0; index < briefsInAll; index += 1) {
    // In every other brief one sentence of ten repeats another.
    const brief = madeBrief(random, plannedBrief(random, index % 2 === 0 ? 0 : 0.1));
    const claims = claimsOf(random, brief);
    const spans = claims.map(({ span }) => span);
    for (const [at, carried] of carrySpans(brief.before.draft, brief.after.draft, spans).entries()) {
      const claim = claims[at];
      if (!claim) continue;
      const truth = truthOf(brief, claim);
      const outcome = outcomeOf(brief, claim, truth, carried);
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
  print(`Short texts: ${briefsInAll} made-up briefs in five scripts (seed ${seed}; STET_SEED repeats one)`);
  const { once, several, figure, gone, copies } = counts;
  const beside = [...scripts].map(([name, { all, placed }]) => `${name} ${placed} of ${all}`).join(', ');
  share(print, 'sentence stands verbatim once: placed', once, { bound: 99.9, beside });
  none(print, 'tied to other words', once, ['tied', 'unlike']);
  none(print, 'cut', once, ['cut']);
  none(print, 'silently wrong', once, ['silent']);
  none(print, 'in several places: neither on one nor offered', several, [
    ...(['lost', 'tied', 'cut', 'unlike', 'silent'] as const),
  ]);
  share(print, 'a figure changed: placed', figure, { bound: 99.5, beside: told(figure) });
  print(`    parts of such sentences: ${told(parts)}`);
  none(print, 'gone: tied to words under half alike', gone, ['unlike']);
  none(print, 'gone: silently wrong', gone, ['silent']);
  none(print, 'one of several before: to words under half alike', copies, ['unlike']);
}

function told({ all, ...outcomes }: Counts): string {
  const counts = Object.entries(outcomes).filter(([, count]) => count > 0);
  return `of ${all} ${counts.map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`;
}

function share(
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

function none(print: Print, what: string, counts: Counts, outcomes: readonly Outcome[]): void {
  const value = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  reportAtMost(print, { what, value, bound: 0, beside: told(counts) });
}
