import { expect, test } from 'vitest';
import { findChangesSinceJudged } from '../../../../../shared/domain/claims/changes-since-judged';

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
