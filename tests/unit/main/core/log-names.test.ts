import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bareError } from '../../../../main/core/errors/error-message';
import { problemEvent } from '../../../../main/core/errors/problem-event';
import { StetError } from '../../../../main/core/errors/stet-error';
import { openVault } from '../support/attaching';
import { newId } from '../support/sample';

const name = 'Oxbridge-payroll.pdf';

/** As the system tells that a disk is full: with the path. */
const full = Object.assign(new Error(`ENOSPC: no space left on device, open '/home/ann/${name}'`), {
  code: 'ENOSPC',
  syscall: 'open',
});

test('no log tells what an attached file is called, whatever fails', async () => {
  let isFull = false;
  const { call, failing, attach, pick, own, articleId, logged } = await openVault({
    async openNew(path) {
      if (isFull) throw full;
      return open(path, 'wx');
    },
    async openCopy() {
      throw new Error('There is no program.');
    },
  });
  const kept = await attach(name, 'kept');
  expect((await pick(join(own, 'gone', name)))?.problems).toEqual([expect.stringContaining(name)]);
  isFull = true;
  await writeFile(join(own, name), 'another');
  expect((await pick(join(own, name)))?.problems).toEqual([expect.stringContaining(name)]);
  const begin = { taskId: newId(), articleId, name, bytes: 3 };
  expect((await failing('vault.begin', begin)).message).toContain(name);
  expect((await call('vault.open', { articleId, keptId: kept.id })).why).toBe('noProgram');
  expect(logged).toEqual([
    expect.stringContaining('ENOENT'),
    expect.stringContaining('ENOSPC'),
    expect.stringContaining('ENOSPC'),
    expect.stringContaining(kept.sha256),
  ]);
  expect(logged.join()).not.toContain('Oxbridge');
});

test('of a system’s error its code and call are logged, of others everything', () => {
  expect(bareError(full)).toBe('ENOSPC (open)');
  const other = new Error('a bug');
  expect(bareError(other)).toBe(other);
  const logged: unknown[] = [];
  const log = { error: (...told: unknown[]) => logged.push(...told) };
  const foreseen = new StetError('notFound', `“${name}” can’t be read.`, { cause: full });
  expect(problemEvent(foreseen, 'The file can’t be read.', log)).toMatchObject({
    message: foreseen.message,
  });
  expect(logged).toEqual(['The file can’t be read.', 'ENOSPC (open)']);
});
