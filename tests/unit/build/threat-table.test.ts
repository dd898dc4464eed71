import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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

/** The files that a cell names. One without its folder lies beside the one before, or in a folder of that. */
function listFiles(cell: string): string[] {
  const files: string[] = [];
  for (const [, name = ''] of cell.matchAll(/`([\w./-]+\.(?:tsx?|mjs))`/g)) {
    if (existsSync(join(root, name))) files.push(name);
    else files.push(`${files.length > 0 ? dirname(files.at(-1) ?? '') : ''}/${name}`);
  }
  return files;
}

test('every row names the test that fails when the protection does, or says that there is none', () => {
  const missing = rows.filter(
    ([, protection = '', tests = '']) =>
      listFiles(tests).length === 0 &&
      !/not tested/i.test(tests) &&
      !/not prevented|by design/i.test(protection),
  );
  expect(missing).toEqual([]);
  expect(rows.length).toBeGreaterThan(60);
});

test('every file that the tables name exists', () => {
  const missing = rows
    .flatMap((cells) => cells.flatMap(listFiles))
    .filter((file) => {
      // Some name a file of a folder below.
      const folder = join(root, dirname(file));
      const below = existsSync(folder)
        ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => basename(name))
        : [];
      return !existsSync(join(root, file)) && !below.includes(basename(file));
    });
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
  expect(titled).toEqual(['renderer/importer/web/page/extract-article.ts']);
});
