import { expect, test } from 'vitest';
import { findUnclear } from '#build/testing/plain-words-list.mjs';

test.each([
  'The task was called off.',
  'Of several candidates the first is kept.',
  'It is short. So many milliseconds it waits.',
  'What of a claim speaks for the article',
  'Whatever fits is kept.',
  'A needle in a text',
])('finds the unclear words in “%s”', (text) => {
  expect(findUnclear(text, true)).toHaveLength(1);
});

test.each([
  'How long quitting waits for cancelled tasks, in milliseconds.',
  'Of course this is fine.',
  'What decides that a change matters?',
])('leaves “%s” alone', (text) => {
  expect(findUnclear(text, true)).toEqual([]);
});
