import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readServedFile, resolveAsset } from '#main/app/page/served-file.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

test('a file is served from its folder, and from nowhere else', async () => {
  const outer = await tempFolder();
  const folder = join(outer, 'page');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'assets', 'a.css'), 'x');
  await writeFile(join(outer, 'secret.css'), 'x');
  await symlink(join(outer, 'secret.css'), join(folder, 'link.css'));
  await symlink(outer, join(folder, 'out'));
  const served = async (name: string) => (await readServedFile(folder, join(folder, name))) !== null;
  expect(await served('assets/a.css')).toBe(true);
  for (const name of ['missing.css', 'assets', 'link.css', 'out/secret.css', '../secret.css', ''])
    expect(await served(name)).toBe(false);
});

const asset = (url: string) => resolveAsset('/out/renderer', 'app://bundle', url);

test.each([
  ['app://bundle/', '/out/renderer/index.html', 'text/html; charset=utf-8'],
  ['app://bundle/index.html?x#y', '/out/renderer/index.html', 'text/html; charset=utf-8'],
  ['app://bundle/assets/a%20b.js', '/out/renderer/assets/a b.js', 'text/javascript; charset=utf-8'],
  ['app://bundle/assets/font.woff2', '/out/renderer/assets/font.woff2', 'font/woff2'],
  // `URL` removes the dots before the path is checked.
  ['app://bundle/../../etc/x.css', '/out/renderer/etc/x.css', 'text/css; charset=utf-8'],
])('%s is %s', (url, path, mime) => {
  expect(asset(url)).toEqual({ path, mime });
});

test.each([
  'app://other/index.html',
  'app://bundle:1/index.html',
  'http://bundle/index.html',
  'file:///etc/passwd',
  'app://bundle/..%2f..%2fetc%2fx.css',
  'app://bundle/%2e%2e%5cx.css',
  'app://bundle/a%00.css',
  'app://bundle/C:%5cx.css',
  'app://bundle/%zz.css',
  'app://bundle/main.cjs',
  'app://bundle/passwd',
  'nonsense',
])('%s is not a file of the page', (url) => {
  expect(asset(url)).toBeNull();
});
