import { describe, expect, test } from 'vitest';
import { getClaimWording } from '#shared/domain/claims/changes-since-judged.ts';
import { getRecheckReasons } from '#shared/domain/claims/recheck.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { getJudgementKey, recutSentence } from '#shared/domain/review/recut-sentence.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import { addRecutSentences, copyReview, reviewFromData } from '#shared/domain/review/review-data.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';

const toDraft = (text: string) => ({ text, blocks: [{ start: 0, end: text.length }], language: 'en' });
const at = '2026-01-01T00:00:00.000Z';
const judge = (words: string, sentence: string) => ({ draftId: 'draft', words, sentence });
const findSpan = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};

describe('recutting a judged sentence', () => {
  const rainAndSnow = 'It rained. The quay cost 12 million. It snowed.';
  const twice = 'Only 12 million came. Then 12 million came.';

  test.each([
    ['too long', rainAndSnow, 'It rained. The quay cost 12 million.', 'The quay cost 12 million.'],
    ['too short', 'It rained. Only 12 million came. It snowed.', '12 million came.', 'Only 12 million came.'],
    ['as today', rainAndSnow, 'The quay cost 12 million.', null],
    ['in words that the draft does not have', 'It rained.', 'The quay cost 12 million.', null],
    ['in words that the draft has twice, where nothing is guessed', twice, '12 million came.', null],
  ])('a sentence that was stored %s', (_, text, stored, recut) => {
    expect(recutSentence(toDraft(text), judge('12 million', stored), null)).toBe(recut);
  });

  test('nothing is recut at a place where today’s rules agree with the stored sentence', () => {
    const place = findSpan(rainAndSnow, '12 million');
    const judged = judge('12 million', 'The quay cost 12 million.');
    expect(recutSentence(toDraft(rainAndSnow), judged, place)).toBe(null);
  });

  test('the claim’s span decides between equal sentences', () => {
    const draft = toDraft(twice);
    const judged = judge('12 million', '12 million came.');
    const second = findSpan(draft.text, '12 million', 20);
    expect(recutSentence(draft, judged, second)).toBe('Then 12 million came.');
  });
});

describe('a verdict that was set under other rules', () => {
  /** The third claim of the sample, judged as if the rules had then joined its sentence with the one before. */
  function openWithOldCut() {
    const { review, draft } = openSample();
    const placed = listPlacedClaims(review, draft.id)[2];
    const stored = placed?.claim.judged;
    if (!placed || !stored) throw new Error('the claim has no verdict');
    const { claim, span } = placed;
    const { sentence } = getClaimWording(draft, span);
    const end = draft.text.indexOf(sentence) + sentence.length;
    const judged = { ...stored, sentence: draft.text.slice(end - sentence.length - 30, end) };
    const old = { ...claim, judged };
    putEntity(review, 'claims', old);
    const recutIt = () => {
      const { draftId, words, sentence: cut } = judged;
      const recut = recutSentence(draft, judged, span) ?? '';
      addRecutSentences(review, [{ claimId: claim.id, draftId, words, sentence: cut, recut }]);
    };
    return { review, draft, claim: old, judged, span, recutIt };
  }

  test('needs no re-check once its sentence is recut', () => {
    const { review, draft, claim, judged, span, recutIt } = openWithOldCut();
    expect(getRecheckReasons(review, draft, claim, span)).toEqual(['sentence']);
    recutIt();
    expect(getRecheckReasons(review, draft, claim, span)).toEqual([]);
    expect(review.recutSentences.has(getJudgementKey(claim.id, judged))).toBe(true);
  });

  test('is not set again by choosing it once more', () => {
    const { review, draft, claim, recutIt } = openWithOldCut();
    const choose = () =>
      setVerdict(review, draft, claim, claim.verdict, { by: 'Ada', at, newId: () => 'new' });
    expect(choose()).not.toBe(null);
    recutIt();
    expect(choose()).toBe(null);
  });

  test('keeps its recut sentence in a copy for the window or a thread', () => {
    const { review, draft, claim, span, recutIt } = openWithOldCut();
    recutIt();
    const copy = reviewFromData(structuredClone(copyReview(review)));
    expect(getRecheckReasons(copy, draft, claim, span)).toEqual([]);
  });

  test('needs a re-check when a word was added before it, however the sentence was cut', () => {
    const { review } = openSample();
    const before = toDraft('It rained. 12 million came. It snowed.');
    const after = toDraft('It rained. Only 12 million came. It snowed.');
    const claim = [...review.claims.values()].find(({ judged }) => judged);
    if (!claim?.judged) throw new Error('the sample has no verdict');
    const { sentence } = getClaimWording(before, findSpan(before.text, '12 million'));
    const judged = { ...claim.judged, words: '12 million', sentence };
    const span = findSpan(after.text, '12 million');
    const reasons = getRecheckReasons(review, { ...after, number: 2 }, { ...claim, judged }, span);
    expect(reasons).toContain('sentence');
  });
});
