import { describe, expect, test } from 'vitest';
import { setVerdict } from '../../../../../shared/domain/claims/claim-edits';
import {
  changesSinceJudged,
  recheckReasons,
  standingOf,
  wordsJudged,
} from '../../../../../shared/domain/claims/recheck';
import { outlineOf } from '../../../../../shared/domain/review/outline';
import { openOf, progressOf, totalOf } from '../../../../../shared/domain/review/progress';
import type { SourceStanding } from '../../../../../shared/domain/source';
import { attachEvidence, setSourceStanding } from '../../../../../shared/domain/sources/source-edits';
import { countingFacts, mustApply, openSample } from '../../reviews';

function sampleClaim(number: number) {
  const { review, draft } = openSample();
  const placed = outlineOf(review, draft.id)[number - 1];
  if (!placed) throw new Error('no such claim');
  return { review, draft, ...placed };
}

/** The draft with other words in place of some, at the same length. */
function reworded<D extends { id: string; text: string; blocks: { start: number; end: number }[] }>(
  draft: D,
  before: string,
  after: string,
): D {
  expect(after).toHaveLength(before.length);
  return {
    ...draft,
    text: draft.text.replace(before, after),
    blocks: draft.blocks.map((block) => ({ ...block })),
  };
}

describe('how a claim stands', () => {
  test('by its verdict as long as nothing changed', () => {
    const { review, draft, claim, span } = sampleClaim(3);
    expect(standingOf(review, draft, claim, span)).toBe('verified');
    expect(recheckReasons(review, draft, claim, span)).toEqual([]);
  });

  test('to be re-checked when its words differ from what was judged', () => {
    const { review, draft, claim, span } = sampleClaim(3);
    const next = reworded(draft, 'cost €412 million', 'cost €421 million');
    expect(standingOf(review, next, claim, span)).toBe('recheck');
    expect(recheckReasons(review, next, claim, span)).toEqual(['words']);
  });

  test('by its verdict when only the style of its words or of its sentence changed', () => {
    const { review, draft, claim, span } = sampleClaim(3);
    for (const [before, after] of [
      ['cost €412 million', 'cost €412\u00a0million'],
      ['planned, most', 'planned; most'],
    ] as const)
      expect(recheckReasons(review, reworded(draft, before, after), claim, span)).toEqual([]);
  });

  test('by its verdict when its sentence was split without a word changed, and not when one was', () => {
    const judged = { words: '12 million', sentence: 'Prices fell, and the quay cost 12 million.' };
    const since = (text: string) => {
      const start = text.indexOf('12 million');
      const draft = { text, blocks: [{ start: 0, end: text.length }], language: 'en' };
      return changesSinceJudged(draft, judged, { start, end: start + 10 }).around.map(({ after }) => after);
    };
    expect(since('It rained. Prices fell. And the quay cost 12 million. It snowed.')).toEqual([]);
    expect(since('It rained. Prices rose. And the quay cost 12 million. It snowed.')).not.toEqual([]);
  });

  test('as before once the words are again those that were judged, and small steps add up', () => {
    const { review, draft, claim, span } = sampleClaim(3);
    const there = reworded(draft, 'cost €412 million', 'cost €421 million');
    const back = reworded(there, 'cost €421 million', 'cost €412 million');
    expect(standingOf(review, back, claim, span)).toBe('verified');
    const { words } = changesSinceJudged(
      reworded(there, '421 million', '421 billion'),
      { words: 'cost €412 million', sentence: 'It cost €412 million.' },
      span,
    );
    expect(words.map(({ before, after }) => [before, after])).toEqual([
      ['412', '421'],
      ['million', 'billion'],
    ]);
  });

  test('to be re-checked where it stands nowhere, and unchecked when it was never judged', () => {
    const { review, draft, claim } = sampleClaim(3);
    expect(standingOf(review, draft, claim, null)).toBe('recheck');
    const unchecked = { ...claim, verdict: 'unchecked', judged: null } as const;
    expect(standingOf(review, draft, unchecked, null)).toBe('unchecked');
  });

  test('to be re-checked when its sentence differs', () => {
    const { review, draft, claim, span } = sampleClaim(3);
    const next = reworded(draft, 'a seawall that no map showed.', 'a seawall that one map shows.');
    expect(recheckReasons(review, next, claim, span)).toEqual(['sentence']);
  });

  test('not to be re-checked when another sentence differs', () => {
    const { review, draft, claim, span } = sampleClaim(3);
    expect(recheckReasons(review, reworded(draft, '38,000', '28,000'), claim, span)).toEqual([]);
  });

  test('to be re-checked when a source it rests on was withdrawn', () => {
    const { review, draft, claim, span } = sampleClaim(3);
    for (const source of review.sources.values())
      if (source.title.startsWith('Final account'))
        review.sources.set(source.id, { ...source, standing: 'withdrawn' });
    expect(recheckReasons(review, draft, claim, span)).toEqual(['source']);
  });

  test('judged again it stands, whatever the source; another one that falls counts anew', () => {
    const { review, draft, claim, span } = sampleClaim(3);
    const facts = countingFacts('n');
    const rests = new Set(
      [...review.evidence.values()]
        .filter(({ claimId }) => claimId === claim.id)
        .map(({ sourceId }) => sourceId),
    );
    const [first = ''] = rests;
    const fall = (id: string, standing: SourceStanding = 'wrong') => {
      const source = review.sources.get(id);
      mustApply(review, (source && setSourceStanding(review, source, standing, null, facts))?.edits ?? []);
    };
    const now = () => {
      const standing = review.claims.get(claim.id);
      return standing && recheckReasons(review, draft, standing, span);
    };
    fall(first);
    expect(now()).toEqual(['source']);
    mustApply(review, setVerdict(review, draft, claim, 'disputed', facts)?.edits ?? []);
    expect(now()).toEqual([]);
    expect(review.claims.get(claim.id)?.judged?.despite).toEqual([first]);

    const [other] = [...review.sources.values()].filter(({ id }) => !rests.has(id));
    if (!other) throw new Error('the sample has no other source');
    const { id: _, standing: __, ...fields } = other;
    const tie = { stance: 'supports', locator: null, quote: null, note: null } as const;
    mustApply(review, attachEvidence(review, claim.id, other, { fields, files: [] }, tie, facts).edits);
    fall(other.id);
    expect(now()).toEqual(['source']);

    const confirm = () => {
      const judged = review.claims.get(claim.id);
      mustApply(review, (judged && setVerdict(review, draft, judged, 'disputed', facts))?.edits ?? []);
    };
    confirm();
    expect(now()).toEqual([]);
    fall(first, 'withdrawn');
    expect(now()).toEqual(['source']);
    confirm();
    fall(first, 'good');
    fall(first, 'withdrawn');
    expect(now()).toEqual(['source']);
  });

  test('to be re-checked when what a source of it repeats was withdrawn', () => {
    const { review, draft, claim, span } = sampleClaim(3);
    const tie = [...review.evidence.values()].find(({ claimId }) => claimId === claim.id);
    const repeating = review.sources.get(tie?.sourceId ?? '');
    const fallen = [...review.sources.values()].find(({ title }) => title.startsWith('The seawall'));
    if (!repeating || !fallen) throw new Error('the sample has too few sources');
    review.sources.set(repeating.id, { ...repeating, derivedFrom: fallen.id });
    expect(recheckReasons(review, draft, claim, span)).toEqual([]);
    review.sources.set(fallen.id, { ...fallen, standing: 'withdrawn' });
    expect(recheckReasons(review, draft, claim, span)).toEqual(['source']);
  });

  test('unchecked has nothing to re-check', () => {
    const { review, draft, claim, span } = sampleClaim(5);
    const next = reworded(draft, '38,000', '28,000');
    expect(standingOf(review, next, claim, span)).toBe('unchecked');
  });

  test('confirming sets what was judged anew; setting the same again changes nothing', () => {
    const { review, draft, claim, span } = sampleClaim(3);
    const facts = countingFacts('n');
    expect(setVerdict(review, draft, claim, 'verified', facts)).toBeNull();
    const next = reworded(draft, 'cost €412 million', 'cost €421 million');
    const step = setVerdict(review, next, claim, 'verified', facts);
    mustApply(review, step?.edits ?? []);
    const confirmed = review.claims.get(claim.id);
    expect(confirmed?.judged?.words).toBe('cost €421 million');
    expect(confirmed && standingOf(review, next, confirmed, span)).toBe('verified');
  });

  test('unchecked takes the judgement away', () => {
    const { review, draft, claim } = sampleClaim(3);
    mustApply(review, setVerdict(review, draft, claim, 'unchecked', countingFacts('n'))?.edits ?? []);
    expect(review.claims.get(claim.id)).toMatchObject({ verdict: 'unchecked', judged: null });
  });
});

test('what is judged is the words and all sentences that they touch', () => {
  const { draft, span } = sampleClaim(7);
  const { words, sentence } = wordsJudged(draft, span);
  expect(words).toMatch(/^dated the wall .* eleven months$/);
  expect(sentence).toMatch(/^Archaeologists from .* eleven months\.$/);
});

test('progress counts every claim once', () => {
  const progress = progressOf(['verified', 'verified', 'recheck', 'unchecked', 'disputed']);
  expect(progress).toEqual({ verified: 2, disputed: 1, unverifiable: 0, recheck: 1, unchecked: 1 });
  expect([totalOf(progress), openOf(progress)]).toEqual([5, 2]);
});
