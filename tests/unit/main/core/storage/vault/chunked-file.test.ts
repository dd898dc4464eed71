import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { maxChunkBytes } from '../../../../../../shared/contract/commands/import-commands';
import { computeSha256, listFileNames, openVault } from '../../../support/open-vault';
import { newId } from '../../../support/sample';

async function beginFile(name: string, bytes: number) {
  const stet = await openVault();
  const { call, articleId } = stet;
  const taskId = newId();
  await call('vault.begin', { taskId, articleId, name, bytes });
  return {
    ...stet,
    taskId,
    half: async () => (await listFileNames(stet.vault)).filter((at) => at.endsWith('.tmp')),
  };
}

test('chunks make a file, in the order in which they were sent', async () => {
  const pieces = Array.from({ length: 50 }, (_, index) => Buffer.from(`${index} `.repeat(1 + index * 37)));
  const whole = Buffer.concat(pieces);
  const { call, taskId, vault, events } = await beginFile('C:\\fake\\ledger.csv', whole.length);
  await Promise.all(pieces.map((piece) => call('vault.append', { taskId, chunk: new Uint8Array(piece) })));
  expect(await call('vault.commit', { taskId })).toEqual({
    sha256: computeSha256(whole),
    name: 'ledger.csv',
    bytes: whole.length,
    mime: 'text/csv',
  });
  expect(whole.equals(await readFile(join(vault, computeSha256(whole))))).toBe(true);
  expect(await listFileNames(vault)).toEqual([computeSha256(whole), 'unswept'].sort());
  expect(events.at(-1)).toMatchObject({ name: 'ledger.csv', done: whole.length, total: whole.length });
});

test('an empty file needs no chunk', async () => {
  const { call, taskId } = await beginFile('', 0);
  expect(await call('vault.commit', { taskId })).toMatchObject({
    sha256: computeSha256(''),
    name: 'file',
    bytes: 0,
  });
});

test('more bytes than announced are refused, and the file is discarded', async () => {
  const { call, callFailing, taskId, half } = await beginFile('a.txt', 3);
  await call('vault.append', { taskId, chunk: new Uint8Array([1, 2]) });
  expect(await half()).toHaveLength(1);
  expect(await callFailing('vault.append', { taskId, chunk: new Uint8Array([3, 4]) })).toMatchObject({
    code: 'badRequest',
    message: expect.stringContaining('its size did not match'),
  });
  expect(await half()).toEqual([]);
  expect((await callFailing('vault.commit', { taskId })).code).toBe('badRequest');
});

test('a file with fewer bytes than announced is not committed', async () => {
  const { call, callFailing, taskId, half } = await beginFile('a.txt', 3);
  await call('vault.append', { taskId, chunk: new Uint8Array([1, 2]) });
  expect((await callFailing('vault.commit', { taskId })).code).toBe('badRequest');
  expect(await half()).toEqual([]);
});

test('a chunk before the beginning, after the end, or too large is refused', async () => {
  const { call, callFailing, taskId, articleId } = await beginFile('a.txt', 1);
  const chunk = new Uint8Array([1]);
  expect((await callFailing('vault.append', { taskId: 'unknown', chunk })).code).toBe('badRequest');
  expect((await callFailing('vault.begin', { taskId, articleId, name: 'b', bytes: 1 })).code).toBe(
    'badRequest',
  );
  expect((await callFailing('vault.append', { taskId, chunk: new Uint8Array(maxChunkBytes + 1) })).code).toBe(
    'badRequest',
  );
  await call('vault.append', { taskId, chunk });
  await call('vault.commit', { taskId });
  expect((await callFailing('vault.append', { taskId, chunk })).code).toBe('badRequest');
  expect((await callFailing('vault.commit', { taskId })).code).toBe('badRequest');
  expect(
    await callFailing('vault.begin', { taskId: newId(), articleId, name: 'film.mp4', bytes: 3 * 1024 ** 3 }),
  ).toMatchObject({ code: 'badRequest', message: expect.stringContaining('larger than 2 GB') });
});

test.each([
  ['task.cancel', 'badRequest'],
  ['review.close', 'badRequest'],
  ['the end', 'refused'],
])('%s discards the file', async (how, code) => {
  const { call, core, callFailing, taskId, articleId, half } = await beginFile('a.txt', 3);
  await call('vault.append', { taskId, chunk: new Uint8Array([1, 2]) });
  expect(await half()).toHaveLength(1);
  if (how === 'task.cancel') await call('task.cancel', { taskId });
  else if (how === 'review.close') await call('review.close', { articleId });
  else await core.close();
  await expect.poll(half).toEqual([]);
  expect((await callFailing('vault.append', { taskId, chunk: new Uint8Array([3]) })).code).toBe(code);
});
