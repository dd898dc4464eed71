import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findInCorpora } from '#build/testing/corpora.mjs';

test('a real file is found only in the folder that STET_CORPORA names, never beside the project', () => {
  const folder = import.meta.dirname;
  expect(findInCorpora('corpora.test.ts', { STET_CORPORA: folder })).toBe(join(folder, 'corpora.test.ts'));
  expect(findInCorpora('missing.test.ts', { STET_CORPORA: folder })).toBeNull();
  expect(findInCorpora('corpora.test.ts', { STET_CORPORA: '' })).toBeNull();
  expect(findInCorpora('corpora.test.ts', {})).toBeNull();
});
