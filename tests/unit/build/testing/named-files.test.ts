import { expect, test } from 'vitest';
import { findMissingFiles } from '#build/testing/named-files.mjs';

const files = [
  'docs/drafts.md',
  'main/core/web/fetch-page.ts',
  'main/core/web/page-cache.test.ts',
  'tests/bench/import.bench.ts',
];

const findMissing = (file: string, source: string): unknown[] =>
  findMissingFiles(file, source, files).map((missing: { line: number; path: string }) => [
    missing.line,
    missing.path,
  ]);

test('a document may name files, folders and parts of their paths', () => {
  const source =
    '`main/core/web/fetch-page.ts` in `main/core/`, `fetch-page.ts`, `web/fetch-page.ts`, [drafts](docs/drafts.md#a)';
  expect(findMissing('README.md', source)).toEqual([]);
});

test('a name may have a part that stands for any, and alternatives', () => {
  expect(findMissing('a.md', '`tests/bench/NAME.bench.ts`, `main/*/web/{fetch,cache}-page.ts`')).toEqual([]);
  expect(findMissing('a.md', '`tests/bench/NAME.fault.ts`')).toEqual([[1, 'tests/bench/NAME.fault.ts']]);
});

test('a document that names a missing file is found with the line of the name', () => {
  const source = '# Title\n\n`main/core/web/load-page.ts`, `page.ts` and `main/page/`.\n[more](../a.md)';
  expect(findMissing('docs/b.md', source)).toEqual([
    [3, 'main/core/web/load-page.ts'],
    [3, 'page.ts'],
    [3, 'main/page/'],
    [4, '../a.md'],
  ]);
});

test('a link counts from the folder of its document', () => {
  expect(
    findMissing('docs/b.md', '[drafts](drafts.md), [web](https://a.example/b.md), [here](#here)'),
  ).toEqual([]);
});

test('code that is no path is no name of a file', () => {
  expect(findMissing('a.md', '`review.json`, `.docx`, `text/html`, `npm run bench`, `a.b`')).toEqual([]);
});

test('comments of a source file name files from the root', () => {
  const source =
    "/**\n * See main/core/web.\n */\n// As in docs/lost.md, and tests/bench.\nconst a = 'docs/c.md';";
  expect(findMissing('main/a.ts', source)).toEqual([[4, 'docs/lost.md']]);
});

test('comments of a source file name other files as code, with their ending', () => {
  const source =
    '// See `fetch-page.ts`, `web/fetch-page.ts`.\n// Lost: `page.ts`, `web/load-page.ts`; not said: page.ts.';
  expect(findMissing('main/a.ts', source)).toEqual([
    [2, 'page.ts'],
    [2, 'web/load-page.ts'],
  ]);
});

test('a list in a comment names modules without their ending', () => {
  const source = [
    '/**',
    ' * Sets `data-tip`. The stages:',
    ' *',
    ' * 1. `web/fetch-page`: read.',
    ' * 2. `parse-page`: parse what was read, `once`.',
    ' */',
  ].join('\n');
  expect(findMissing('main/a.ts', source)).toEqual([[1, 'parse-page']]);
});
