import { describe, expect, test } from 'vitest';
import { getClaimWording } from '../../../../../shared/domain/claims/claim-wording';
import { getRecheckReasons } from '../../../../../shared/domain/claims/recheck';
import { getJudgementKey, recutSentence } from '../../../../../shared/domain/claims/recut-sentence';
import { setVerdict } from '../../../../../shared/domain/claims/set-verdict';
import { listPlacedClaims } from '../../../../../shared/domain/review/placed-claims';
import { putEntity } from '../../../../../shared/domain/review/review';
import {
  addRecutSentences,
  copyReview,
  reviewFromData,
} from '../../../../../shared/domain/review/review-copy';
import { openSample } from '../../reviews';

const toDraft = (text: string) => ({ text, blocks: [{ start: 0, end: text.length }], language: 'en' });
const at = '2026-01-01T00:00:00.000Z';
const judge = (words: string, sentence: string) => ({ draftId: 'draft', words, sentence });
const findSpan = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};

describe('recutting a judged sentence', () => {
  test('nothing is recut where today’s rules agree with the stored sentence', () => {
    const { text, ...rest } = toDraft('It rained. The quay cost 12 million. It snowed.');
    const judged = judge('12 million', 'The quay cost 12 million.');
    expect(recutSentence({ text, ...rest }, judged, findSpan(text, '12 million'))).toBe(null);
  });

  test('a sentence that was stored too long is cut at today’s boundary', () => {
    const draft = toDraft('It rained. The quay cost 12 million. It snowed.');
    const judged = judge('12 million', 'It rained. The quay cost 12 million.');
    expect(recutSentence(draft, judged, null)).toBe('The quay cost 12 million.');
  });

  test('a sentence that was stored too short is extended to today’s boundary', () => {
    const draft = toDraft('It rained. Only 12 million came. It snowed.');
    expect(recutSentence(draft, judge('12 million', '12 million came.'), null)).toBe('Only 12 million came.');
  });

  test('the claim’s span decides between equal sentences', () => {
    const draft = toDraft('Only 12 million came. Then 12 million came.');
    const judged = judge('12 million', '12 million came.');
    const second = findSpan(draft.text, '12 million', 20);
    expect(recutSentence(draft, judged, second)).toBe('Then 12 million came.');
  });

  test('between equal sentences without a span nothing is guessed', () => {
    const draft = toDraft('Only 12 million came. Then 12 million came.');
    expect(recutSentence(draft, judge('12 million', '12 million came.'), null)).toBe(null);
  });

  test('a sentence that is not in the draft stays as it was stored', () => {
    expect(recutSentence(toDraft('It rained.'), judge('12', 'The quay cost 12.'), null)).toBe(null);
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
    return { review, draft, claim: old, judged, span };
  }

  test('needs no re-check once its sentence is recut', () => {
    const { review, draft, claim, judged, span } = openWithOldCut();
    expect(getRecheckReasons(review, draft, claim, span)).toEqual(['sentence']);
    const recut = recutSentence(draft, judged, span);
    const { draftId, words, sentence } = judged;
    addRecutSentences(review, [{ claimId: claim.id, draftId, words, sentence, recut: recut ?? '' }]);
    expect(getRecheckReasons(review, draft, claim, span)).toEqual([]);
    expect(review.recutSentences.has(getJudgementKey(claim.id, judged))).toBe(true);
  });

  test('is not set again by choosing it once more', () => {
    const { review, draft, claim, judged, span } = openWithOldCut();
    const choose = () =>
      setVerdict(review, draft, claim, claim.verdict, { by: 'Ada', at, newId: () => 'new' });
    expect(choose()).not.toBe(null);
    const { draftId, words, sentence } = judged;
    const recut = recutSentence(draft, judged, span) ?? '';
    addRecutSentences(review, [{ claimId: claim.id, draftId, words, sentence, recut }]);
    expect(choose()).toBe(null);
  });

  test('keeps its recut sentence in a copy for the window or a thread', () => {
    const { review, draft, claim, judged, span } = openWithOldCut();
    const { draftId, words, sentence } = judged;
    const recut = recutSentence(draft, judged, span) ?? '';
    addRecutSentences(review, [{ claimId: claim.id, draftId, words, sentence, recut }]);
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
