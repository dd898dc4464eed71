import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { xdgOpen } from '#main/app/base/xdg-open.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

/** Makes a program that is run instead of `xdg-open`, and the environment in which it is. */
async function makeProgram(script: string) {
  const folder = await tempFolder();
  const program = join(folder, 'xdg-open');
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o755);
  return { folder, env: { ...process.env, PATH: `${folder}:${process.env.PATH}` } };
}

test.skipIf(process.platform === 'win32')('a file is passed to the program as one argument', async () => {
  const { folder, env } = await makeProgram('printf %s "$1" > "$(dirname "$0")/opened"');
  await xdgOpen('/copies/a b; touch c.docx', env);
  expect(await readFile(join(folder, 'opened'), 'utf8')).toBe('/copies/a b; touch c.docx');
});

test.skipIf(process.platform === 'win32')('a program that fails, or is not there, is an error', async () => {
  const { env } = await makeProgram('exit 3');
  await expect(xdgOpen('/copies/a.docx', env)).rejects.toThrow('ended with 3');
  const nowhere = { PATH: await tempFolder() };
  await expect(xdgOpen('/copies/a.docx', nowhere)).rejects.toThrow('ENOENT');
});

test.skipIf(process.platform === 'win32')('a program that goes on running has opened the file', async () => {
  const { env } = await makeProgram('exec sleep 5');
  await xdgOpen('/copies/a.docx', env, 50);
});
