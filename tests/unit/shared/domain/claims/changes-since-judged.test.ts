import { expect, test } from 'vitest';
import { findChangesSinceJudged, getClaimWording } from '#shared/domain/claims/changes-since-judged.ts';
import { openSampleClaim } from './sample-claims.ts';

test('a claim keeps its verdict when its sentence was split, unless a word changed', () => {
  const judged = { words: '12 million', comparedSentence: 'Prices fell, and the quay cost 12 million.' };
  const since = (text: string) => {
    const start = text.indexOf('12 million');
    const draft = { text, blocks: [{ start: 0, end: text.length }], language: 'en' };
    return findChangesSinceJudged(draft, judged, { start, end: start + 10 }).aroundWords.map(
      ({ after }) => after,
    );
  };
  expect(since('It rained. Prices fell. And the quay cost 12 million. It snowed.')).toEqual([]);
  expect(since('It rained. Prices rose. And the quay cost 12 million. It snowed.')).not.toEqual([]);
});

test('a judgement contains the text of the claim and all sentences that it touches', () => {
  const { draft, span } = openSampleClaim(7);
  const { words, sentence } = getClaimWording(draft, span);
  expect(words).toMatch(/^dated the wall .* eleven months$/);
  expect(sentence).toMatch(/^Archaeologists from .* eleven months\.$/);
});
