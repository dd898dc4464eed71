import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProblemEvent } from '../../../../main/core/errors/problem-event';
import { redactError } from '../../../../main/core/errors/redact-error';
import { StetError } from '../../../../main/core/errors/stet-error';
import { openVault } from '../support/open-vault';
import { newId } from '../support/sample';

const name = 'Oxbridge-payroll.pdf';

/** The system's error for a full disk, which contains the path. */
const full = Object.assign(new Error(`ENOSPC: no space left on device, open '/home/ann/${name}'`), {
  code: 'ENOSPC',
  syscall: 'open',
});

test('the log never contains the name of an attached file, whatever fails', async () => {
  let isFull = false;
  const { call, callFailing, attach, pick, own, articleId, logs } = await openVault({
    async createVaultFile(path) {
      if (isFull) throw full;
      return open(path, 'wx');
    },
    async openFile() {
      throw new Error('There is no program.');
    },
  });
  const attachment = await attach(name, 'kept');
  expect((await pick(join(own, 'gone', name)))?.problems).toEqual([expect.stringContaining(name)]);
  isFull = true;
  await writeFile(join(own, name), 'another');
  expect((await pick(join(own, name)))?.problems).toEqual([expect.stringContaining(name)]);
  const begin = { taskId: newId(), articleId, name, bytes: 3 };
  expect((await callFailing('vault.begin', begin)).message).toContain(name);
  expect((await call('vault.open', { articleId, keptId: attachment.id })).why).toBe('noProgram');
  expect(logs).toEqual([
    expect.stringContaining('ENOENT'),
    expect.stringContaining('ENOSPC'),
    expect.stringContaining('ENOSPC'),
    expect.stringContaining(attachment.sha256),
  ]);
  expect(logs.join()).not.toContain('Oxbridge');
});

test('only the code and the call of a system error are logs, and other errors in full', () => {
  expect(redactError(full)).toBe('ENOSPC (open)');
  const other = new Error('a bug');
  expect(redactError(other)).toBe(other);
  const logs: unknown[] = [];
  const log = { error: (...entry: unknown[]) => logs.push(...entry) };
  const foreseen = new StetError('notFound', `“${name}” can’t be read.`, { cause: full });
  expect(createProblemEvent(foreseen, 'The file can’t be read.', log)).toMatchObject({
    message: foreseen.message,
  });
  expect(logs).toEqual(['The file can’t be read.', 'ENOSPC (open)']);
});
