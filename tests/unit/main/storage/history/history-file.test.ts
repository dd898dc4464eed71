import { appendFile, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alwaysWritable } from '#main/storage/disk/write-access.ts';
import { ChangedOutsideError, HistoryFile, type OpenHistory } from '#main/storage/history/history-file.ts';
import {
  formatHistoryLine,
  formatNewHistory,
  parseHistory,
  readHistory,
} from '#main/storage/history/history-format.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { createFailingDisk } from '#tests/unit/main/support/failing-disk.ts';
import { everyBitFlip } from '#tests/unit/main/support/flip-bits.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

function createChange(id: string): Change {
  const edits = [
    { table: 'article' as const, id: 'a', update: { before: { title: 'Zoë' }, after: { title: id } } },
  ];
  return { id, at: '2026-01-01T00:00:00.000Z', by: 'Ann', action: 'article.edit', edits, undoes: null };
}

const getIds = (changes: Change[]) => changes.map(({ id }) => id);

/** Reads a history and opens it for appending. */
async function openHistory(path: string, openHistory?: OpenHistory) {
  const read = await readHistory(path);
  return { ...read, file: new HistoryFile({ path, ...read, access: alwaysWritable, openHistory }) };
}

async function createHistory(...names: string[]) {
  const path = join(await tempFolder(), 'history.jsonl');
  const [first = 'c1', ...others] = names;
  await writeFile(path, formatNewHistory(createChange(first)));
  const { file } = await openHistory(path);
  for (const name of others) await file.append(createChange(name));
  await file.close();
  return path;
}

test('changes are read as they were appended, in order, each line chained to the one before', async () => {
  const path = await createHistory('c1', 'c2', 'c3');
  const { changes, problem, file } = await openHistory(path);
  expect(changes).toEqual(['c1', 'c2', 'c3'].map(createChange));
  expect(problem).toBeNull();
  expect(file.end).toMatchObject({ seq: 3, bytes: (await stat(path)).size });
  const lines = (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(lines.map(({ prev }) => prev)).toEqual(['0'.repeat(64), lines[0].sha256, lines[1].sha256]);
});

test('a torn last line is ignored, left as it is while reading, and cut off by the next append', async () => {
  const path = await createHistory('c1', 'c2');
  const whole = await readFile(path);
  const { line } = formatHistoryLine(
    3,
    JSON.parse(whole.toString().split('\n')[1] ?? '').sha256,
    createChange('c3'),
  );
  const next = Buffer.from(line);
  for (const length of [1, 40, 200, next.length - 1, next.length]) {
    await writeFile(path, Buffer.concat([whole, next.subarray(0, length)]));
    const { changes, problem, file } = await openHistory(path);
    expect(getIds(changes)).toEqual(['c1', 'c2']);
    expect(problem).toBeNull();
    expect((await stat(path)).size).toBe(whole.length + length);
    await file.append(createChange('c4'));
    await file.close();
    expect(getIds((await openHistory(path)).changes)).toEqual(['c1', 'c2', 'c4']);
  }
});

test('a file with nothing but a torn first line has no change and no damage', async () => {
  const path = await createHistory('c1');
  await truncate(path, 100);
  expect(await openHistory(path)).toMatchObject({ changes: [], problem: null });
});

test('every single flipped bit is damage, reported with its line, and the intact lines before it are kept', async () => {
  const path = await createHistory('c1', 'c2', 'c3');
  const whole = await readFile(path);
  const lineOf = (at: number) => whole.subarray(0, at).filter((byte) => byte === 10).length + 1;
  let at = 0;
  for (const flipped of everyBitFlip(whole)) {
    const { changes, problem } = parseHistory(flipped);
    const line = lineOf(Math.floor(at / 8));
    expect(problem).toEqual({ kind: 'damaged', line });
    expect(getIds(changes)).toEqual(['c1', 'c2', 'c3'].slice(0, line - 1));
    at += 1;
  }
});

test('a missing, a duplicated and a swapped line are damage', async () => {
  const path = await createHistory('c1', 'c2', 'c3');
  const [one = '', two = '', three = ''] = (await readFile(path, 'utf8')).split('\n');
  for (const lines of [
    [one, three],
    [one, two, two, three],
    [one, three, two],
  ]) {
    await writeFile(path, `${lines.join('\n')}\n`);
    expect((await openHistory(path)).problem?.kind).toBe('damaged');
  }
});

test('an intact line with unknown content comes from a newer Stet', async () => {
  const path = await createHistory('c1');
  const { sha256 } = formatHistoryLine(1, '0'.repeat(64), createChange('c1'));
  const foreign = { ...createChange('c2'), action: 'claim.merge' };
  // @ts-expect-error: an action of a later version
  await appendFile(path, `${formatHistoryLine(2, sha256, foreign).line}\n`);
  expect(await openHistory(path)).toMatchObject({
    problem: { kind: 'newer', line: 2 },
    changes: [{ id: 'c1' }],
  });
});

test.each(['write', 'sync', 'open'] as const)(
  'after a failed %s the change is not there, and the next one is',
  async (failsAt) => {
    const path = await createHistory('c1');
    const disk = createFailingDisk();
    const { file } = await openHistory(path, disk.openHistory);
    if (failsAt !== 'open') await file.append(createChange('c2'));
    const before = await readFile(path);
    disk.failsAt = failsAt;
    await expect(file.append(createChange('lost'))).rejects.toMatchObject({ code: 'ENOSPC' });
    await expect(file.append(createChange('lost'))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect((await openHistory(path)).file.end.bytes).toBeGreaterThanOrEqual(before.length);
    disk.failsAt = 'nothing';
    await file.append(createChange('c3'));
    await file.close();
    const { changes, problem } = await openHistory(path);
    expect(getIds(changes)).toEqual(failsAt === 'open' ? ['c1', 'c3'] : ['c1', 'c2', 'c3']);
    expect(problem).toBeNull();
  },
);

test('a file that another program shortened is not written to', async () => {
  const path = await createHistory('c1', 'c2');
  const { file } = await openHistory(path);
  await truncate(path, 10);
  await expect(file.append(createChange('c3'))).rejects.toThrow(ChangedOutsideError);
  expect((await stat(path)).size).toBe(10);
});

test('nothing is written before the earlier lines are in memory, so that the whole file can be written again', async () => {
  const path = await createHistory('c1', 'c2', 'c3');
  const bytes = await readFile(path);
  const { end } = parseHistory(bytes);
  const lastLine = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
  let pass = (_earlier: Buffer) => {};
  const earlier = new Promise<Buffer>((resolve) => {
    pass = resolve;
  });
  const content = bytes.subarray(lastLine);
  const file = new HistoryFile({ path, content, earlier, end, access: alwaysWritable });
  const appending = file.append(createChange('c4'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await readFile(path)).toEqual(bytes);
  pass(bytes.subarray(0, lastLine));
  await appending;
  await truncate(path);
  await file.restore();
  expect(getIds((await readHistory(path)).changes)).toEqual(['c1', 'c2', 'c3', 'c4']);
});

test('nothing is written when the earlier lines can’t be read', async () => {
  const path = await createHistory('c1', 'c2');
  const bytes = await readFile(path);
  const { end } = parseHistory(bytes);
  const content = bytes.subarray(bytes.lastIndexOf('\n', bytes.length - 2) + 1);
  const earlier = Promise.reject(new Error('EIO'));
  const file = new HistoryFile({ path, content, earlier, end, access: alwaysWritable });
  await expect(file.append(createChange('c3'))).rejects.toThrow('EIO');
  await expect(file.restore()).rejects.toThrow('EIO');
  expect(await readFile(path)).toEqual(bytes);
  await file.close();
});
