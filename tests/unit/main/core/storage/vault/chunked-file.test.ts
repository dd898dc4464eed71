import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { largestChunk } from '../../../../../../shared/contract/import-commands';
import { namesIn, openVault, sumOf } from '../../../support/attaching';
import { newId } from '../../../support/sample';

async function arriving(name: string, bytes: number) {
  const stet = await openVault();
  const { call, articleId } = stet;
  const taskId = newId();
  await call('vault.begin', { taskId, articleId, name, bytes });
  return {
    ...stet,
    taskId,
    half: async () => (await namesIn(stet.vault)).filter((at) => at.endsWith('.tmp')),
  };
}

test('pieces make a file, in the order in which they were sent', async () => {
  const pieces = Array.from({ length: 50 }, (_, index) => Buffer.from(`${index} `.repeat(1 + index * 37)));
  const whole = Buffer.concat(pieces);
  const { call, taskId, vault, told } = await arriving('C:\\fake\\ledger.csv', whole.length);
  await Promise.all(pieces.map((piece) => call('vault.append', { taskId, chunk: new Uint8Array(piece) })));
  expect(await call('vault.commit', { taskId })).toEqual({
    sha256: sumOf(whole),
    name: 'ledger.csv',
    bytes: whole.length,
    mime: 'text/csv',
  });
  expect(whole.equals(await readFile(join(vault, sumOf(whole))))).toBe(true);
  expect(await namesIn(vault)).toEqual([sumOf(whole), 'unswept'].sort());
  expect(told.at(-1)).toMatchObject({ name: 'ledger.csv', done: whole.length, total: whole.length });
});

test('an empty file needs no piece', async () => {
  const { call, taskId } = await arriving('', 0);
  expect(await call('vault.commit', { taskId })).toMatchObject({ sha256: sumOf(''), name: 'file', bytes: 0 });
});

test('more than was announced is refused and thrown away', async () => {
  const { call, failing, taskId, half } = await arriving('a.txt', 3);
  await call('vault.append', { taskId, chunk: new Uint8Array([1, 2]) });
  expect(await half()).toHaveLength(1);
  expect(await failing('vault.append', { taskId, chunk: new Uint8Array([3, 4]) })).toMatchObject({
    code: 'badRequest',
    message: expect.stringContaining('did not come as large as it was'),
  });
  expect(await half()).toEqual([]);
  expect((await failing('vault.commit', { taskId })).code).toBe('badRequest');
});

test('less than was announced is not committed', async () => {
  const { call, failing, taskId, half } = await arriving('a.txt', 3);
  await call('vault.append', { taskId, chunk: new Uint8Array([1, 2]) });
  expect((await failing('vault.commit', { taskId })).code).toBe('badRequest');
  expect(await half()).toEqual([]);
});

test('a piece without a beginning, after the end, or too large is refused', async () => {
  const { call, failing, taskId, articleId } = await arriving('a.txt', 1);
  const chunk = new Uint8Array([1]);
  expect((await failing('vault.append', { taskId: 'unknown', chunk })).code).toBe('badRequest');
  expect((await failing('vault.begin', { taskId, articleId, name: 'b', bytes: 1 })).code).toBe('badRequest');
  expect((await failing('vault.append', { taskId, chunk: new Uint8Array(largestChunk + 1) })).code).toBe(
    'badRequest',
  );
  await call('vault.append', { taskId, chunk });
  await call('vault.commit', { taskId });
  expect((await failing('vault.append', { taskId, chunk })).code).toBe('badRequest');
  expect((await failing('vault.commit', { taskId })).code).toBe('badRequest');
  expect(
    await failing('vault.begin', { taskId: newId(), articleId, name: 'film.mp4', bytes: 3 * 1024 ** 3 }),
  ).toMatchObject({ code: 'badRequest', message: expect.stringContaining('larger than 2 GB') });
});

test.each(['task.cancel', 'review.close', 'the end'])('%s throws away what came', async (how) => {
  const { call, core, failing, taskId, articleId, half } = await arriving('a.txt', 3);
  await call('vault.append', { taskId, chunk: new Uint8Array([1, 2]) });
  expect(await half()).toHaveLength(1);
  if (how === 'task.cancel') await call('task.cancel', { taskId });
  else if (how === 'review.close') await call('review.close', { articleId });
  else await core.close();
  await expect.poll(half).toEqual([]);
  expect((await failing('vault.append', { taskId, chunk: new Uint8Array([3]) })).code).toBe('badRequest');
});
