import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');

/** The cells of every row of the tables that name a way out. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| way out'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** The files and folders that a cell names. */
const listPaths = (cell: string): string[] =>
  Array.from(cell.matchAll(/`((?:build|main|renderer|shared|tests)\/[\w./-]+)`/g), ([, path = '']) => path);

/** Whether a path is a file of tests or laws, or a folder that has one. */
function hasTests(path: string): boolean {
  const full = join(root, path);
  if (!existsSync(full)) return false;
  const names = statSync(full).isFile() ? [path] : readdirSync(full, { recursive: true, encoding: 'utf8' });
  return names.some((name) => /\.(test|spec)\.tsx?$/.test(name));
}

test('every row names the test that fails when the protection does, or says that there is none', () => {
  const missing = rows.filter(
    ([, protection = '', tests = '']) =>
      listPaths(tests).length === 0 &&
      !/not tested/i.test(tests) &&
      !/not prevented|by design/i.test(protection),
  );
  expect(missing).toEqual([]);
  expect(rows.length).toBeGreaterThan(60);
});

test('every file and folder that the tables name exists, and those of tests have one', () => {
  const missing = rows.flatMap(([wayOut = '', protection = '', tests = '']) => [
    ...listPaths(wayOut + protection).filter((path) => !existsSync(join(root, path))),
    ...listPaths(tests).filter((path) => !hasTests(path)),
  ]);
  expect(missing).toEqual([]);
});

/** The texts of all modules of the app itself. */
function readModules(): [string, string][] {
  return ['main', 'renderer', 'shared'].flatMap((layer) =>
    readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name): [string, string] => [join(layer, name), readFileSync(join(root, layer, name), 'utf8')]),
  );
}

test('nothing reports crashes, lists recent documents, or names an article in the title of the window', () => {
  const found = readModules()
    .filter(([, module]) =>
      /crashReporter|addRecentDocument|setRecentDocuments|setRepresentedFilename|\.setTitle\(|setJumpList/.test(
        module,
      ),
    )
    .map(([path]) => path);
  expect(found).toEqual([]);
  const titled = readModules()
    .filter(([path, module]) => path.startsWith('renderer') && /document\.title\s*=[^=]/.test(module))
    .map(([path]) => path);
  // The importer's page is never shown, and what it sets is the title of the page that it reads.
  expect(titled).toEqual(['renderer/documents/read/web/article/find-article.ts']);
});
