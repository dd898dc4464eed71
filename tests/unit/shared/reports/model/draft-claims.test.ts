import { describe, expect, test } from 'vitest';
import type { Standing } from '../../../../../shared/domain/verdict';
import { buildReport } from '../../../../../shared/reports/model/build-report';
import { shownCount, shownWords } from '../../../../../shared/reports/wording/wording';
import { openSample } from '../../reviews';
import { facts, options } from '../hostile-review';
import { nextDraftOf } from '../next-drafts';

const cutAndWaiting = () => nextDraftOf(openSample(), { cut: [3, 4], waiting: [6, 5] });
const report = ({ review, draft }: ReturnType<typeof cutAndWaiting>, chosen = options) =>
  buildReport(review, draft, chosen, facts);

describe('claims without a place', () => {
  test('are told apart from those in the article: waiting ones first, then those that were cut', () => {
    const { claims, unplaced, blocks } = report(cutAndWaiting());
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

  test('keep their words, verdict, note and evidence, whose sources are numbered last', () => {
    const { unplaced, claims, sources } = report(cutAndWaiting());
    const cut = unplaced[1]?.claims.find(({ words }) => words === 'cost €412 million');
    expect(cut).toMatchObject({
      ...{ standing: 'verified', verdict: 'verified', recheck: [], changes: [] },
      ...{ note: 'Final account, VAT included.', judged: { by: 'Ada', at: '2026-11-21T10:52:00.000Z' } },
    });
    expect(cut?.evidence.map(({ stance }) => stance)).toEqual(['supports', 'context']);
    expect(cut?.evidence[1]).toMatchObject({ source: { confidential: true }, quote: null, locator: null });
    const numbers = [...claims, ...unplaced.flatMap((group) => group.claims)].flatMap(({ evidence }) =>
      evidence.map(({ source }) => source.number),
    );
    expect([...new Set(numbers)]).toEqual(sources.map(({ number }) => number));
    const bare = report(cutAndWaiting(), { ...options, notes: false });
    for (const { note } of bare.unplaced.flatMap((group) => group.claims)) expect(note).toBeNull();
  });

  test('count as open while they wait, and not at all when they were cut', () => {
    const made = report(cutAndWaiting());
    expect(made.unplaced[0]?.claims.map(({ standing }) => standing).toSorted()).toEqual([
      'recheck',
      'unchecked',
    ]);
    expect(made.counts).toMatchObject({
      total: 12,
      open: 6,
      recheck: 1,
      unchecked: 5,
      verified: 5,
      disputed: 1,
    });
    expect(shownWords(made)).toBe('Shows all 12 claims');
    expect(shownCount(made)).toBe(12);
  });

  test('are shown as their standing or, when they were cut, their verdict was chosen', () => {
    const shown = (standings: Standing[]) => {
      const made = report(cutAndWaiting(), { ...options, standings });
      return [...made.unplaced.map(({ state, claims }) => `${claims.length} ${state}`), shownWords(made)];
    };
    expect(shown(['verified'])).toEqual(['1 cut', 'Shows 5 of 12 claims: verified']);
    expect(shown(['recheck'])).toEqual(['1 waiting', 'Shows 1 of 12 claims: to re-check']);
    expect(shown(['unverifiable'])).toEqual(['Shows 0 of 12 claims: can’t verify']);
  });

  test('of earlier drafts come first; what was cut from a later one is not told', () => {
    const second = cutAndWaiting();
    const third = nextDraftOf(second, { cut: [1] });
    const groups = (opened: typeof second) =>
      report(opened).unplaced.map(({ state, draftNumber }) => `${state} ${draftNumber}`);
    expect(groups(third)).toEqual(['cut 2', 'cut 3']);
    expect(groups({ ...second, review: third.review })).toEqual(['waiting 2', 'cut 2']);
  });

  test('are none as long as every claim has a place', () => {
    expect(report(openSample()).unplaced).toEqual([]);
  });
});

test('a claim to be re-checked tells what changed and is material, of its words and of what is around them', () => {
  const words = [
    ['€412 million', '€421 million'],
    ['no map', 'one map'],
  ] as const;
  const { claims } = report(nextDraftOf(openSample(), {}, words));
  const change = { before: '412', after: '421', reason: 'number', material: true };
  expect(claims[2]).toMatchObject({ standing: 'recheck', recheck: ['words'] });
  expect(claims[2]?.changes[0]).toEqual(change);
  expect(claims[2]?.changes).toHaveLength(2);
  expect(claims[3]?.recheck).toEqual(['sentence']);
  expect(claims[3]?.changes[0]).toEqual(change);
  for (const claim of claims) if (claim.standing !== 'recheck') expect(claim.changes).toEqual([]);
});
