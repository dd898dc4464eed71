import { expect, test } from 'vitest';
import { findUnclear, findUnclearWords } from '../../../../build/testing/plain-words.mjs';

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
  'The stored action `claim.letGo` retires a claim.',
])('leaves “%s” alone', (text) => {
  expect(findUnclear(text, true)).toEqual([]);
});

test('looks into comments, names, strings and the file’s own name, and says where each stands', () => {
  const source = [
    '/**',
    ' * Reads a list.',
    ' * So many entries are kept.',
    ' */',
    'const toldCount = 1;',
    "throw new Error('it can’t be mended');",
    '// fine',
  ].join('\n');
  const lines = findUnclearWords('shared/unsaid.ts', source).map(({ line, found }) => [line, found]);
  expect(lines).toEqual([
    [1, 'unsaid'],
    [1, 'So many'],
    [5, 'told'],
    [6, 'mended'],
  ]);
});

test('leaves strings of tests alone, which quote articles', () => {
  expect(findUnclearWords('tests/unit/a.test.ts', "test('he told us', () => {});")).toEqual([]);
});

test('reads documents without their code', () => {
  const source = '# Title\n\nFine `told` text.\n\n```\ntold\n```\n\n- What it does is\n  hard to say.\n';
  expect(findUnclearWords('docs/a.md', source).map(({ line }) => line)).toEqual([9]);
});
