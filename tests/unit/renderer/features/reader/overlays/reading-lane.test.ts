import { expect, test } from 'vitest';
import { listRows } from '../../../../../../renderer/features/reader/overlays/reading-lane';

const sentences = [
  { start: 0, end: 10 },
  { start: 10, end: 20 },
  { start: 30, end: 40 },
];

test('each row of pixels shows the state of the sentence there', () => {
  expect(listRows(sentences, ['covered', 'dismissed', 'unread'], 40, 4)).toEqual([
    'covered',
    'dismissed',
    null,
    'unread',
  ]);
});

test('an unread sentence shows in its row, however many others share the row', () => {
  expect(listRows(sentences, ['covered', 'unread', 'dismissed'], 40, 2)).toEqual(['unread', 'dismissed']);
});
