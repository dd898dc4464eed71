import { expect, test } from 'vitest';
import {
  type CutBlock,
  cutByPlatform,
  cutByStet,
  readFixtureTexts,
  scoreSentences,
} from '#tests/bench/reading/score-sentences.ts';

/** The share of sentences that must be found with both ends. */
const minShare = 0.98;

function measureShare(set: 'written first' | 'held out', cut: CutBlock, knowsLanguage: boolean): number {
  const scores = readFixtureTexts(set).map((text) =>
    scoreSentences(text, cut, knowsLanguage ? text.language : null),
  );
  const count = scores.reduce((sum, score) => sum + score.count, 0);
  return scores.reduce((sum, score) => sum + score.foundCount, 0) / count;
}

test('the sentences are enough, in at least eight languages', () => {
  const count = (texts: ReturnType<typeof readFixtureTexts>) =>
    texts.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const first = readFixtureTexts('written first');
  expect(first.length).toBeGreaterThanOrEqual(8);
  expect(count(first)).toBeGreaterThanOrEqual(300);
  expect(count(readFixtureTexts('held out'))).toBeGreaterThanOrEqual(80);
});

test.each([
  ['written first', 'is declared', true],
  ['written first', 'is not declared', false],
  ['held out', 'is declared', true],
  ['held out', 'is not declared', false],
] as const)('98 %% of the sentences %s are found when their language %s', (set, _, knowsLanguage) => {
  const share = measureShare(set, cutByStet, knowsLanguage);
  expect(share).toBeGreaterThanOrEqual(minShare);
  expect(share).toBeGreaterThan(measureShare(set, cutByPlatform, knowsLanguage));
});
