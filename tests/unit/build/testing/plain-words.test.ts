import { expect, test } from 'vitest';
import { findUnclearWords } from '#build/testing/plain-words.mjs';

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
