import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findUniqueSpan } from '#shared/sample/sample-article.ts';
import { createDraftText } from '#tests/bench/drafts/draft-text.ts';
import { createRandom } from '#tests/bench/support/random.ts';
import { choose } from '#tests/unit/effort.ts';
import { carrySpans } from '#tests/unit/main/worker/drafts/carry-spans.ts';
import { classifyOutcome, generateShortClaims, getGroundTruth } from './short-claims.ts';
import {
  generateShortRevision,
  type SentenceEdit,
  sentenceEditKinds,
  writingSystems,
} from './short-revision.ts';

const ferry =
  'The ferry carried 1.2 million people in 2019. The council voted to close it in May.\n\nThe port employs 40 people. Costs fell by 3 percent last year.';
const port = 'The port employs 40 people.';

/** Carries a phrase of the ferry's draft, and returns the result with the text of its span or of its candidates. */
function carry(after: string, words = port) {
  const [result] = carrySpans(createDraftText(ferry), createDraftText(after), [findUniqueSpan(ferry, words)]);
  const spans =
    result && ('span' in result ? [result.span] : 'candidates' in result ? result.candidates : []);
  return { ...result, texts: spans?.map(({ start, end }) => after.slice(start, end)) };
}

describe('carrying claims in a short text', () => {
  test('an untouched sentence is unchanged beside swapped sentences and a changed figure', () => {
    const after =
      'The council voted to close it in May. The ferry carried 1.2 million people in 2019.\n\nThe port employs 40 people. Costs fell by 4 percent last year.';
    expect(carry(after)).toMatchObject({ status: 'unchanged', texts: [port], contextChanges: [] });
  });

  test('a sentence that was replaced and occurs twice further down is offered both occurrences, not its replacement', () => {
    const after = `${ferry.replace(port, 'The mayor met 12 people on Monday.')}\n\n${port} It rained. ${port}`;
    expect(carry(after)).toMatchObject({ status: 'ambiguous', texts: [port, port] });
    expect(carry(after, 'port')).toMatchObject({ status: 'ambiguous', texts: ['port', 'port'] });
  });

  test('a sentence of two words is found where it is', () => {
    const before = 'It rained. The port employs 40 people. Nobody came.';
    const after = 'The mayor met 12 people on Monday. Nobody came. The port employs 40 people. It rained.';
    const [result] = carrySpans(createDraftText(before), createDraftText(after), [
      findUniqueSpan(before, 'It rained.'),
    ]);
    expect(result).toMatchObject({ status: 'moved', span: findUniqueSpan(after, 'It rained.') });
  });

  test('a location with less than half of the words is offered, not taken', () => {
    const other = 'The mayor met 12 people.';
    expect(carry(ferry.replace(port, other))).toMatchObject({ status: 'ambiguous', texts: [other] });
    expect(carry(ferry.replace('40', '41'), '40')).toMatchObject({ status: 'ambiguous', texts: ['41'] });
    expect(carry(ferry.replace('1.2', '2.1'), '1.2 million')).toMatchObject({
      status: 'reworded',
      texts: ['2.1 million'],
    });
  });

  test('a sentence with two copies, of which one changed, is offered both', () => {
    const before = `${port} Costs fell by 3 percent last year. ${port} The council voted.`;
    const after = before.replace('40', '41');
    const [result] = carrySpans(createDraftText(before), createDraftText(after), [
      { start: 0, end: port.length },
    ]);
    expect(result).toEqual({
      status: 'ambiguous',
      candidates: [{ start: 0, end: port.length }, findUniqueSpan(after, port)],
    });
  });

  test('words that also occur in other sentences are offered these when their own sentence is gone', () => {
    expect(
      carry('The union counts 40 people.\n\nCosts fell by 3 percent last year.', '40 people'),
    ).toMatchObject({ status: 'ambiguous', texts: ['40 people'] });
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
    writingSystem: fc.constantFrom(...writingSystems),
    paragraphs: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    repeated: fc.constantFrom(0, 0, 0.2),
    edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
  })
  .map(({ seed, ...plan }) => {
    const random = createRandom(seed);
    const brief = generateShortRevision(random, plan);
    const claims = generateShortClaims(random, brief);
    const spans = claims.map(({ span }) => span);
    const results = carrySpans(brief.before.draft, brief.after.draft, spans);
    return claims.flatMap((claim, index) => {
      const result = results[index];
      if (!result) return [];
      const truth = getGroundTruth(brief, claim);
      return [{ claim, truth, result, outcome: classifyOutcome(brief, claim, truth, result) }];
    });
  });

describe('laws of short texts in five scripts', () => {
  const runs = { seed: 20_261, numRuns: choose(100, 400) };

  test('a claim is placed where its sentence occurs once, in one of several or offered all, and never on other words unflagged', () => {
    fc.assert(
      fc.property(carriedBriefs, (all) => {
        for (const each of all) {
          if (each.truth.kind === 'once') expect(each).toMatchObject({ outcome: 'placed' });
          if (each.truth.kind === 'several') expect(['placed', 'offered']).toContain(each.outcome);
          // Less than half of its words, or silently other ones.
          expect(['dissimilar', 'unflagged']).not.toContain(each.outcome);
        }
      }),
      runs,
    );
  });

  test('a sentence with a changed figure is found in 99.5 of 100 cases', () => {
    const figures = fc
      .sample(carriedBriefs, { ...runs, numRuns: 1_000 })
      .flatMap((all) => all.filter(({ truth, claim }) => truth.kind === 'figure' && !claim.isPart));
    const placed = figures.filter(({ outcome }) => outcome === 'placed');
    expect(figures.length).toBeGreaterThan(400);
    expect(placed.length / figures.length).toBeGreaterThanOrEqual(0.995);
  });
});
