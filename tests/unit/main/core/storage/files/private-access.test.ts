import { chmod, mkdir, mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder, writeFileDurably } from '../../../../../../main/core/storage/files/durable-file';
import { createPrivateFile } from '../../../../../../main/core/storage/files/private-access';

const getMode = async (path: string) => ((await stat(path)).mode & 0o2777).toString(8);

async function createParent(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-access-'));
  await chmod(folder, mode);
  return folder;
}

describe.skipIf(process.platform === 'win32')('What Stet creates', () => {
  test.each([0o700, 0o755, 0o777 & ~0o020])('is for the user alone in a folder of mode %o', async (mode) => {
    const parent = await createParent(mode);
    const folder = join(parent, 'a', 'b');
    await createFolder(folder);
    await writeFileDurably(join(folder, 'file'), 'text');
    await (await createPrivateFile(join(folder, 'other'))).close();
    expect(await getMode(join(parent, 'a'))).toBe('700');
    expect(await getMode(folder)).toBe('700');
    expect(await getMode(join(folder, 'file'))).toBe('600');
    expect(await getMode(join(folder, 'other'))).toBe('600');
  });

  test.each([
    [0o2770, '2770', '660'],
    [0o770, '770', '660'],
    [0o775, '770', '660'],
  ])('gets the access of the group in a folder of mode %o', async (mode, folderMode, fileMode) => {
    const parent = await createParent(mode);
    const folder = join(parent, 'a', 'b');
    await createFolder(folder);
    await writeFileDurably(join(folder, 'file'), 'text');
    expect(await getMode(join(parent, 'a'))).toBe(folderMode);
    expect(await getMode(folder)).toBe(folderMode);
    expect(await getMode(join(folder, 'file'))).toBe(fileMode);
  });

  test('keeps the mode of a file and of a folder that exist', async () => {
    const parent = await createParent(0o755);
    const folder = join(parent, 'old');
    await mkdir(folder);
    await chmod(folder, 0o755);
    const path = join(folder, 'file');
    await writeFile(path, 'before');
    await chmod(path, 0o644);
    await createFolder(folder);
    await writeFileDurably(path, 'after');
    expect([await getMode(folder), await getMode(path)]).toEqual(['755', '644']);
  });

  test('a report is as readable as the system makes new files', async () => {
    const parent = await createParent(0o755);
    const path = join(parent, 'report.html');
    await writeFileDurably(path, 'text', { isPrivate: false });
    expect(await getMode(path)).toBe((0o666 & ~process.umask()).toString(8));
  });
});
