import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carrySpans } from '../../../../shared/drafts/locate/carry-span';
import { generateShortClaims, classifyOutcome, getGroundTruth } from '../../../bench/drafts/short-claims';
import { writingSystems } from '../../../bench/drafts/writing-systems';
import { type SentenceEdit, sentenceEditKinds, generateShortRevision } from '../../../bench/drafts/generate-short-revision';
import { createDraftText, createRandom } from '../../../bench/drafts/draft-text';
import { spanOf } from './text-pairs';

const ferry =
  'The ferry carried 1.2 million people in 2019. The council voted to close it in May.\n\nThe port employs 40 people. Costs fell by 3 percent last year.';
const port = 'The port employs 40 people.';

/** What becomes of words of the ferry's draft: with the text of its place, or of its candidates. */
function carried(after: string, words = port) {
  const [answer] = carrySpans(createDraftText(ferry), createDraftText(after), [spanOf(ferry, words)]);
  const places =
    answer && ('span' in answer ? [answer.span] : 'candidates' in answer ? answer.candidates : []);
  return { ...answer, texts: places?.map(({ start, end }) => after.slice(start, end)) };
}

describe('in a short text', () => {
  test('a sentence that was not touched is unchanged beside sentences that were swapped and a figure that changed', () => {
    const after =
      'The council voted to close it in May. The ferry carried 1.2 million people in 2019.\n\nThe port employs 40 people. Costs fell by 4 percent last year.';
    expect(carried(after)).toMatchObject({ status: 'unchanged', texts: [port], context: [] });
  });

  test('a sentence that was replaced, and stands twice further down, is offered both, not the one put in its place', () => {
    const after = `${ferry.replace(port, 'The mayor met 12 people on Monday.')}\n\n${port} It rained. ${port}`;
    expect(carried(after)).toMatchObject({ status: 'ambiguous', texts: [port, port] });
    expect(carried(after, 'port')).toMatchObject({ status: 'ambiguous', texts: ['port', 'port'] });
  });

  test('a sentence of two words is placed where it stands', () => {
    const before = 'It rained. The port employs 40 people. Nobody came.';
    const after = 'The mayor met 12 people on Monday. Nobody came. The port employs 40 people. It rained.';
    const [answer] = carrySpans(createDraftText(before), createDraftText(after), [spanOf(before, 'It rained.')]);
    expect(answer).toMatchObject({ status: 'moved', span: spanOf(after, 'It rained.') });
  });

  test('a place that shares less than half of the words is offered, not taken', () => {
    const other = 'The mayor met 12 people.';
    expect(carried(ferry.replace(port, other))).toMatchObject({ status: 'ambiguous', texts: [other] });
    expect(carried(ferry.replace('40', '41'), '40')).toMatchObject({ status: 'ambiguous', texts: ['41'] });
    expect(carried(ferry.replace('1.2', '2.1'), '1.2 million')).toMatchObject({
      status: 'reworded',
      texts: ['2.1 million'],
    });
  });

  test('a sentence that stood twice, of which one copy changed, is offered both', () => {
    const before = `${port} Costs fell by 3 percent last year. ${port} The council voted.`;
    const after = before.replace('40', '41');
    const [answer] = carrySpans(createDraftText(before), createDraftText(after), [{ start: 0, end: port.length }]);
    expect(answer).toEqual({
      status: 'ambiguous',
      candidates: [{ start: 0, end: port.length }, spanOf(after, port)],
    });
  });

  test('words that stand in other sentences still are offered these when their own sentence went', () => {
    expect(
      carried('The union counts 40 people.\n\nCosts fell by 3 percent last year.', '40 people'),
    ).toMatchObject({
      status: 'ambiguous',
      texts: ['40 people'],
    });
  });
});

const edit: fc.Arbitrary<SentenceEdit> = fc.record({
  kind: fc.constantFrom(...sentenceEditKinds),
  at: fc.nat(999),
  to: fc.nat(999),
});

/** Briefs in five scripts, with three claims on each sentence, and what became of them. */
const carriedBriefs = fc
  .record({
    seed: fc.nat(),
    script: fc.constantFrom(...writingSystems),
    paragraphs: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    repeated: fc.constantFrom(0, 0, 0.2),
    edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
  })
  .map(({ seed, ...plan }) => {
    const random = createRandom(seed);
    const brief = generateShortRevision(random, plan);
    const claims = generateShortClaims(random, brief);
    const spans = claims.map(({ span }) => span);
    const answers = carrySpans(brief.before.draft, brief.after.draft, spans);
    return claims.flatMap((claim, index) => {
      const answer = answers[index];
      if (!answer) return [];
      const truth = getGroundTruth(brief, claim);
      return [{ claim, truth, answer, outcome: classifyOutcome(brief, claim, truth, answer) }];
    });
  });

describe('laws of short texts in five scripts', () => {
  const runs = { seed: 20_261, numRuns: 400 };

  test('a claim whose sentence stands verbatim exactly once is placed there', () => {
    fc.assert(
      fc.property(carriedBriefs, (all) => {
        const once = all.filter(({ truth }) => truth.kind === 'once');
        for (const each of once) expect(each).toMatchObject({ outcome: 'placed' });
      }),
      runs,
    );
  });

  test('a claim whose sentence stands in several places is on one of them, or is offered all', () => {
    fc.assert(
      fc.property(carriedBriefs, (all) => {
        for (const each of all.filter(({ truth }) => truth.kind === 'several'))
          expect(['placed', 'offered']).toContain(each.outcome);
      }),
      runs,
    );
  });

  test('no claim is tied to words that share less than half of its own, and none silently to others', () => {
    fc.assert(
      fc.property(carriedBriefs, (all) => {
        for (const each of all) expect(['unlike', 'silent']).not.toContain(each.outcome);
      }),
      runs,
    );
  });

  test('a sentence of which a figure changed is found in 99.5 of 100 cases', () => {
    const figures = fc
      .sample(carriedBriefs, { ...runs, numRuns: 1_000 })
      .flatMap((all) => all.filter(({ truth, claim }) => truth.kind === 'figure' && !claim.isPart));
    const placed = figures.filter(({ outcome }) => outcome === 'placed');
    expect(figures.length).toBeGreaterThan(400);
    expect(placed.length / figures.length).toBeGreaterThanOrEqual(0.995);
  });
});
