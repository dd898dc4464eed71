import { describe, expect, test } from 'vitest';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { countShownClaims, describeSelection } from '#main/worker/reports/wording/describe-report.ts';
import type { ClaimStatus } from '#shared/domain/base/verdict.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { options, reportContext } from '../hostile-review.ts';
import { createNextDraft } from '../next-draft.ts';

const openWithUnplaced = () => createNextDraft(openSample(), { cut: [3, 4], waiting: [6, 5] });
const report = ({ review, draft }: ReturnType<typeof openWithUnplaced>, selected = options) =>
  buildReport(review, draft, selected, reportContext);

describe('Claims without a place', () => {
  test('Claims without a place are listed apart from the others: waiting ones first, then retired ones', () => {
    const { claims, unplaced, blocks } = report(openWithUnplaced());
    expect(claims.map(({ number }) => number)).toEqual(claims.map((_, at) => at + 1));
    expect(claims).toHaveLength(10);
    expect(
      unplaced.map(({ state, draftNumber, claims: { length } }) => [state, draftNumber, length]),
    ).toEqual([
      ['waiting', 2, 2],
      ['cut', 2, 2],
    ]);
    const marked = blocks.flatMap(({ runs }) =>
      runs.flatMap((run) => run.claims.map(({ number }) => number)),
    );
    expect(new Set(marked).size).toBe(10);
  });

  test('Claims without a place keep their words, verdict, note and evidence, and their sources are numbered last', () => {
    const { unplaced, claims, sources } = report(openWithUnplaced());
    const cut = unplaced[1]?.claims.find(({ words }) => words === 'cost €412 million');
    expect(cut).toMatchObject({
      status: 'verified',
      verdict: 'verified',
      recheck: [],
      changes: [],
      note: 'Final account, VAT included.',
      judged: { by: 'Ada', at: '2026-11-21T10:52:00.000Z' },
    });
    expect(cut?.evidence.map(({ stance }) => stance)).toEqual(['supports', 'context']);
    expect(cut?.evidence[1]).toMatchObject({ source: { confidential: true }, quote: null, locator: null });
    const numbers = [...claims, ...unplaced.flatMap((group) => group.claims)].flatMap(({ evidence }) =>
      evidence.map(({ source }) => source.number),
    );
    expect([...new Set(numbers)]).toEqual(sources.map(({ number }) => number));
    const bare = report(openWithUnplaced(), { ...options, notes: false });
    for (const { note } of bare.unplaced.flatMap((group) => group.claims)) expect(note).toBeNull();
  });

  test('Waiting claims count as open, and retired ones do not count', () => {
    const built = report(openWithUnplaced());
    expect(built.unplaced[0]?.claims.map(({ status }) => status).toSorted()).toEqual([
      'recheck',
      'unchecked',
    ]);
    expect(built.counts).toMatchObject({
      total: 12,
      open: 6,
      recheck: 1,
      unchecked: 5,
      verified: 5,
      disputed: 1,
    });
    expect(describeSelection(built)).toBe('Shows all 12 claims');
    expect(countShownClaims(built)).toBe(12);
  });

  test('Waiting claims are selected by their status, retired ones by their verdict', () => {
    const listSelected = (standings: ClaimStatus[]) => {
      const built = report(openWithUnplaced(), { ...options, standings });
      return [
        ...built.unplaced.map(({ state, claims }) => `${claims.length} ${state}`),
        describeSelection(built),
      ];
    };
    expect(listSelected(['verified'])).toEqual(['1 cut', 'Shows 5 of 12 claims: verified']);
    expect(listSelected(['recheck'])).toEqual(['1 waiting', 'Shows 1 of 12 claims: to re-check']);
    expect(listSelected(['unverifiable'])).toEqual(['Shows 0 of 12 claims: can’t verify']);
  });

  test('Claims retired in earlier drafts come first, and those retired in later drafts are left out', () => {
    const second = openWithUnplaced();
    const third = createNextDraft(second, { cut: [1] });
    const groups = (opened: typeof second) =>
      report(opened).unplaced.map(({ state, draftNumber }) => `${state} ${draftNumber}`);
    expect(groups(third)).toEqual(['cut 2', 'cut 3']);
    expect(groups({ ...second, review: third.review })).toEqual(['waiting 2', 'cut 2']);
  });

  test('There are no claims without a place if every claim has one', () => {
    expect(report(openSample()).unplaced).toEqual([]);
  });
});

test('A claim to be re-checked lists the material changes of its words and of the text around them', () => {
  const words = [
    ['€412 million', '€421 million'],
    ['no map', 'one map'],
  ] as const;
  const { claims } = report(createNextDraft(openSample(), {}, words));
  const change = { before: '412', after: '421', reason: 'number', material: true };
  expect(claims[2]).toMatchObject({ status: 'recheck', recheck: ['words'] });
  expect(claims[2]?.changes[0]).toEqual(change);
  expect(claims[2]?.changes).toHaveLength(2);
  expect(claims[3]?.recheck).toEqual(['sentence']);
  expect(claims[3]?.changes[0]).toEqual(change);
  for (const claim of claims) if (claim.status !== 'recheck') expect(claim.changes).toEqual([]);
});
