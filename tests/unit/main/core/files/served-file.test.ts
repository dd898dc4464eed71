import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readServedFile } from '../../../../../main/core/files/served-file';
import { tempFolder } from '../../support/temp-folder';

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
