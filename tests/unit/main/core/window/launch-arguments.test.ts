import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getScreenshotPath, listFileArguments } from '#main/core/window/launch-arguments.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

const files = ['/home/ann/a.md', '/home/ann/b.md', '/opt/stet/app/out/main/index.cjs', '/opt/stet/electron'];
const started = {
  folder: '/home/ann',
  appPath: '/opt/stet/app',
  isFile: (path: string) => files.includes(path),
};

test.each([
  ['packaged', ['/opt/stet/electron', 'a.md'], '/home/ann/a.md'],
  [
    'from the source',
    ['/opt/stet/electron', '--no-sandbox', '/opt/stet/app', '/home/ann/b.md'],
    '/home/ann/b.md',
  ],
  ['by its entry', ['/opt/stet/electron', '/opt/stet/app/out/main/index.cjs', 'b.md'], '/home/ann/b.md'],
  [
    'by Playwright, which takes the app’s path away',
    ['/opt/stet/electron', '--inspect=0', 'a.md'],
    '/home/ann/a.md',
  ],
  ['with two', ['/opt/stet/electron', 'b.md', 'a.md'], '/home/ann/b.md', '/home/ann/a.md'],
  [
    'with none',
    ['/opt/stet/electron', '/opt/stet/app', '', '.', 'missing.md', '--user-data-dir=/home/ann/a.md'],
  ],
])('the articles on the command line are found when Stet is started %s', (_how, argv, ...paths) => {
  expect(listFileArguments(argv, started)).toEqual(paths);
});

test('only a regular file on the command line is an article', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'a.md'), 'x');
  const real = { folder, appPath: '/opt/stet/app' };
  expect(listFileArguments(['electron', '.', '/dev/null', 'a.md'], real)).toEqual([join(folder, 'a.md')]);
});

test('a screenshot is taken only when a file is named', () => {
  expect(getScreenshotPath(['electron', '--screenshot=/tmp/a=b.png'])).toBe('/tmp/a=b.png');
  expect(getScreenshotPath(['electron', '--screenshot='])).toBeNull();
  expect(getScreenshotPath(['electron'])).toBeNull();
});
