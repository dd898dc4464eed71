import { describe, expect, test } from 'vitest';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import type { Report } from '#main/worker/reports/model/report-model.ts';
import { describeSelection } from '#main/worker/reports/wording/describe-report.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { options, reportContext } from '../hostile-review.ts';
import { buildTestReport } from './build-test-report.ts';

function sample(): Report {
  const { review, draft } = openSample();
  return buildTestReport(review, draft);
}

describe('A report', () => {
  test('A report says what was checked and counts the claims by status', () => {
    expect(sample()).toMatchObject({
      title: 'Harbour tram to open in March, two years late',
      byline: 'By the city desk',
      publishedAt: '2026-11-20',
      language: 'en-GB',
      draftNumber: 1,
      checkPeriod: { first: '2026-11-21T10:52:00.000Z', last: '2026-11-21T10:52:00.000Z' },
      madeAt: reportContext.at,
      opensWithTitle: true,
      checkedBy: ['Ada'],
      counts: { verified: 6, disputed: 2, unverifiable: 1, recheck: 0, unchecked: 5, total: 14, open: 5 },
    });
  });

  test('A report lists the claims in reading order with their details', () => {
    const [, , third, fourth] = sample().claims;
    expect(third).toMatchObject({ number: 3, words: 'cost €412 million', status: 'verified', recheck: [] });
    expect(fourth).toMatchObject({
      verdict: 'disputed',
      note: '412 against 340 is 21 %, not a third.',
      correction: 'a fifth more than planned',
      judged: { by: 'Ada', at: '2026-11-21T10:52:00.000Z' },
    });
    expect(fourth?.evidence.map(({ stance }) => stance)).toEqual(['refutes', 'context']);
    expect(fourth?.evidence[0]).toMatchObject({ quote: 'budget ceiling: €340 million', locator: 'p. 3' });
  });

  test('A report leaves the notes out if they were not chosen', () => {
    const { review, draft } = openSample();
    for (const evidence of review.evidence.values())
      review.evidence.set(evidence.id, { ...evidence, note: 'a note' });
    const notes = (built: Report) =>
      built.claims
        .flatMap(({ note, evidence }) => [note, ...evidence.map((item) => item.note)])
        .filter((note) => note !== null);
    expect(notes(buildTestReport(review, draft)).length).toBeGreaterThan(5);
    expect(notes(buildTestReport(review, draft, false))).toEqual([]);
  });

  test('A report names the reviewers of the verdicts, and never whoever makes it', () => {
    const { review, draft } = openSample();
    for (const [at, claim] of [...review.claims.values()].entries())
      if (claim.judged)
        review.claims.set(claim.id, {
          ...claim,
          judged: { ...claim.judged, by: [null, 'Ada', 'Bo'][at % 3] ?? null },
        });
    expect(buildTestReport(review, draft, true, 'Cy').checkedBy).toEqual(['Ada', 'Bo']);
    for (const claim of review.claims.values())
      review.claims.set(claim.id, { ...claim, verdict: 'unchecked', judged: null });
    expect(buildTestReport(review, draft, true, 'Cy').checkedBy).toEqual([]);
  });

  test('A report gives the times of the first and last verdict, or none without a verdict', () => {
    const { review, draft } = openSample();
    const days = ['2026-03-05T10:00:00.000Z', '2026-03-03T10:00:00.000Z', '2026-03-04T10:00:00.000Z'];
    for (const [at, claim] of [...review.claims.values()].filter(({ judged }) => judged).entries())
      if (claim.judged)
        review.claims.set(claim.id, { ...claim, judged: { ...claim.judged, at: days[at % 3] ?? '' } });
    expect(buildTestReport(review, draft).checkPeriod).toEqual({ first: days[1], last: days[0] });
    for (const claim of review.claims.values())
      review.claims.set(claim.id, { ...claim, verdict: 'unchecked', judged: null });
    expect(buildTestReport(review, draft).checkPeriod).toBeNull();
  });

  test('A report keeps the verdict of a claim that is to be re-checked, and says why it is', () => {
    const { review, draft } = openSample();
    const text = draft.text.replace('€412 million', '€421 million');
    const next = { ...draft, text, blocks: draft.blocks.map((block) => ({ ...block })) };
    const built = buildTestReport(review, next);
    expect(built.claims[2]).toMatchObject({ status: 'recheck', verdict: 'verified', recheck: ['words'] });
    expect(built.claims[3]).toMatchObject({ status: 'recheck', verdict: 'disputed', recheck: ['sentence'] });
    expect(built.counts).toMatchObject({ recheck: 2, open: 7 });
  });

  test('A report does not depend on the order of rows in the review', () => {
    const { review, draft } = openSample();
    const before = buildTestReport(review, draft);
    for (const source of [...review.sources.values()].toReversed()) {
      review.sources.delete(source.id);
      review.sources.set(source.id, source);
    }
    for (const ids of [...review.referrers.values()].flatMap((referring) => [...referring.values()])) {
      const backwards = [...ids].toReversed();
      ids.clear();
      for (const id of backwards) ids.add(id);
    }
    expect(buildTestReport(review, draft)).toEqual(before);
  });

  test('A report shows the chosen claims with the numbers and counts of the whole check', () => {
    const { review, draft } = openSample();
    const whole = buildTestReport(review, draft);
    const chosen = { ...options, standings: ['unverifiable', 'disputed'] as const };
    const some = buildReport(review, draft, { ...chosen, standings: [...chosen.standings] }, reportContext);
    expect(some.claims.map(({ number }) => number)).toEqual([4, 6, 13]);
    expect(some.options.standings).toEqual(['disputed', 'unverifiable']);
    expect([some.counts, some.checkPeriod, some.checkedBy]).toEqual([
      whole.counts,
      whole.checkPeriod,
      whole.checkedBy,
    ]);
    expect(some.sources.map(({ number }) => number)).toEqual([1, 2, 3]);
    const marked = some.blocks.flatMap(({ runs }) => runs.flatMap((run) => run.claims));
    expect(new Set(marked.map(({ number }) => number))).toEqual(new Set([4, 6, 13]));
    expect(describeSelection(some)).toBe('Shows 3 of 14 claims: disputed and can’t verify');
    expect(describeSelection(whole)).toBe('Shows all 14 claims');
  });
});
