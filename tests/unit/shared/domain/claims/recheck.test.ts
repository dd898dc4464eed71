import { describe, expect, test } from 'vitest';
import type { SourceStanding } from '#shared/domain/base/source.ts';
import { findChangesSinceJudged } from '#shared/domain/claims/changes-since-judged.ts';
import { getClaimStatus, getRecheckReasons } from '#shared/domain/claims/recheck.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { countByStatus, countOpen, countTotal } from '#shared/domain/review/progress.ts';
import { attachEvidence } from '#shared/domain/sources/evidence-edits.ts';
import { setSourceStanding } from '#shared/domain/sources/source-edits.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';
import { openSampleClaim, replaceWords } from './sample-claims.ts';

describe('the status of a claim', () => {
  test.each([
    ['has its verdict as long as nothing changed', '', '', []],
    ['has to be checked again when its text differs', 'cost €412 million', 'cost €421 million', ['words']],
    [
      'keeps its verdict when only the style of its text changed',
      'cost €412 million',
      'cost €412\u00a0million',
      [],
    ],
    ['keeps its verdict when only the style of its sentence changed', 'planned, most', 'planned; most', []],
    [
      'has to be checked again when its sentence differs',
      'a seawall that no map showed.',
      'a seawall that one map shows.',
      ['sentence'],
    ],
    ['keeps its verdict when another sentence differs', '38,000', '28,000', []],
  ])('a claim %s', (_, before, after, reasons) => {
    const { review, draft, claim, span } = openSampleClaim(3);
    const next = replaceWords(draft, before, after);
    expect(getRecheckReasons(review, next, claim, span)).toEqual(reasons);
    expect(getClaimStatus(review, next, claim, span)).toBe(reasons.length > 0 ? 'recheck' : 'verified');
  });

  test('a claim gets its verdict back when its judged text is restored, and small changes add up', () => {
    const { review, draft, claim, span } = openSampleClaim(3);
    const changed = replaceWords(draft, 'cost €412 million', 'cost €421 million');
    const restored = replaceWords(changed, 'cost €421 million', 'cost €412 million');
    expect(getClaimStatus(review, restored, claim, span)).toBe('verified');
    const { words } = findChangesSinceJudged(
      replaceWords(changed, '421 million', '421 billion'),
      { words: 'cost €412 million', comparedSentence: 'It cost €412 million.' },
      span,
    );
    expect(words.map(({ before, after }) => [before, after])).toEqual([
      ['412', '421'],
      ['million', 'billion'],
    ]);
  });

  test('a claim without a span has to be checked again, and is unchecked if it was never judged', () => {
    const { review, draft, claim } = openSampleClaim(3);
    expect(getClaimStatus(review, draft, claim, null)).toBe('recheck');
    const unchecked = { ...claim, verdict: 'unchecked', judged: null } as const;
    expect(getClaimStatus(review, draft, unchecked, null)).toBe('unchecked');
  });

  test('a claim whose source was withdrawn has to be checked again', () => {
    const { review, draft, claim, span } = openSampleClaim(3);
    for (const source of review.sources.values())
      if (source.title.startsWith('Final account'))
        review.sources.set(source.id, { ...source, standing: 'withdrawn' });
    expect(getRecheckReasons(review, draft, claim, span)).toEqual(['source']);
  });

  test('a verdict set again accepts the unreliable sources, until another one becomes unreliable', () => {
    const { review, draft, claim, span } = openSampleClaim(3);
    const context = createEditContext('n');
    const sourceIds = new Set(
      [...review.evidence.values()]
        .filter(({ claimId }) => claimId === claim.id)
        .map(({ sourceId }) => sourceId),
    );
    const [first = ''] = sourceIds;
    const setStanding = (id: string, standing: SourceStanding = 'wrong') => {
      const source = review.sources.get(id);
      applyOrThrow(
        review,
        (source && setSourceStanding(review, source, standing, null, context))?.edits ?? [],
      );
    };
    const getReasons = () => {
      const current = review.claims.get(claim.id);
      return current && getRecheckReasons(review, draft, current, span);
    };
    setStanding(first);
    expect(getReasons()).toEqual(['source']);
    applyOrThrow(review, setVerdict(review, draft, claim, 'disputed', context)?.edits ?? []);
    expect(getReasons()).toEqual([]);
    expect(review.claims.get(claim.id)?.judged?.despite).toEqual([first]);

    const [other] = [...review.sources.values()].filter(({ id }) => !sourceIds.has(id));
    if (!other) throw new Error('the sample has no other source');
    const { id: _, standing: __, ...fields } = other;
    const evidence = { stance: 'supports', locator: null, quote: null, note: null } as const;
    applyOrThrow(
      review,
      attachEvidence(review, claim.id, other, { fields, files: [] }, evidence, context).edits,
    );
    setStanding(other.id);
    expect(getReasons()).toEqual(['source']);

    const confirm = () => {
      const judged = review.claims.get(claim.id);
      applyOrThrow(review, (judged && setVerdict(review, draft, judged, 'disputed', context))?.edits ?? []);
    };
    confirm();
    expect(getReasons()).toEqual([]);
    setStanding(first, 'withdrawn');
    expect(getReasons()).toEqual(['source']);
    confirm();
    setStanding(first, 'good');
    setStanding(first, 'withdrawn');
    expect(getReasons()).toEqual(['source']);
  });

  test('a claim whose source repeats a withdrawn one has to be checked again', () => {
    const { review, draft, claim, span } = openSampleClaim(3);
    const evidence = [...review.evidence.values()].find(({ claimId }) => claimId === claim.id);
    const repeating = review.sources.get(evidence?.sourceId ?? '');
    const origin = [...review.sources.values()].find(({ title }) => title.startsWith('The seawall'));
    if (!repeating || !origin) throw new Error('the sample has too few sources');
    review.sources.set(repeating.id, { ...repeating, derivedFrom: origin.id });
    expect(getRecheckReasons(review, draft, claim, span)).toEqual([]);
    review.sources.set(origin.id, { ...origin, standing: 'withdrawn' });
    expect(getRecheckReasons(review, draft, claim, span)).toEqual(['source']);
  });

  test('an unchecked claim stays unchecked', () => {
    const { review, draft, claim, span } = openSampleClaim(5);
    const next = replaceWords(draft, '38,000', '28,000');
    expect(getClaimStatus(review, next, claim, span)).toBe('unchecked');
  });
});

test('the progress counts every claim once', () => {
  const progress = countByStatus(['verified', 'verified', 'recheck', 'unchecked', 'disputed']);
  expect(progress).toEqual({ verified: 2, disputed: 1, unverifiable: 0, recheck: 1, unchecked: 1 });
  expect([countTotal(progress), countOpen(progress)]).toEqual([5, 2]);
});
