import { expect, test } from 'vitest';
import { listRows } from '#renderer/window/features/article-view/overlays/reading-lane.ts';

const sentences = [
  { start: 0, end: 10 },
  { start: 10, end: 20 },
  { start: 30, end: 40 },
];

test('each row of pixels shows the state of the sentence there', () => {
  expect(listRows(sentences, ['lookedAt', 'setAside', 'notLookedAt'], 40, 4)).toEqual([
    'lookedAt',
    'setAside',
    null,
    'notLookedAt',
  ]);
});

test('a sentence that was not looked at shows in its row, however many others share the row', () => {
  expect(listRows(sentences, ['lookedAt', 'notLookedAt', 'setAside'], 40, 2)).toEqual([
    'notLookedAt',
    'setAside',
  ]);
  expect(listRows(sentences, ['lookedAt', 'partly', 'setAside'], 40, 2)).toEqual(['partly', 'setAside']);
});
