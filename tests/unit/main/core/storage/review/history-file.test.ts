import { appendFile, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  firstHistory,
  readHistory,
  readLines,
} from '../../../../../../main/core/storage/review/history-file';
import { writeLine } from '../../../../../../main/core/storage/review/history-line';
import type { Change } from '../../../../../../shared/domain/history/change';
import { failingDisk } from '../../../support/failing-disk';
import { everyBitFlip } from '../../../support/flip-bits';
import { tempFolder } from '../../../support/temp-folder';

function change(id: string): Change {
  const edits = [
    { table: 'article' as const, id: 'a', update: { before: { title: 'Zoë' }, after: { title: id } } },
  ];
  return { id, at: '2026-01-01T00:00:00.000Z', by: 'Ann', action: 'article.edit', edits, undoes: null };
}

const ids = (changes: Change[]) => changes.map(({ id }) => id);

async function historyOf(...names: string[]) {
  const path = join(await tempFolder(), 'history.jsonl');
  const [first = 'c1', ...others] = names;
  await writeFile(path, firstHistory(change(first)));
  const { file } = await readHistory(path);
  for (const name of others) await file.append(change(name));
  await file.close();
  return path;
}

test('changes are read as they were appended, in order, each line chained to the one before', async () => {
  const path = await historyOf('c1', 'c2', 'c3');
  const { changes, problem, file } = await readHistory(path);
  expect(changes).toEqual(['c1', 'c2', 'c3'].map(change));
  expect(problem).toBeNull();
  expect(file.lastSeq).toBe(3);
  expect(file.bytes).toBe((await stat(path)).size);
  const lines = (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(lines.map(({ prev }) => prev)).toEqual(['0'.repeat(64), lines[0].sha256, lines[1].sha256]);
});

test('a torn last line is passed over, left as it is while reading, and gone with the next append', async () => {
  const path = await historyOf('c1', 'c2');
  const whole = await readFile(path);
  const { line } = writeLine(3, JSON.parse(whole.toString().split('\n')[1] ?? '').sha256, change('c3'));
  const next = Buffer.from(line);
  for (const length of [1, 40, 200, next.length - 1, next.length]) {
    await writeFile(path, Buffer.concat([whole, next.subarray(0, length)]));
    const { changes, problem, file } = await readHistory(path);
    expect(ids(changes)).toEqual(['c1', 'c2']);
    expect(problem).toBeNull();
    expect((await stat(path)).size).toBe(whole.length + length);
    await file.append(change('c4'));
    await file.close();
    expect(ids((await readHistory(path)).changes)).toEqual(['c1', 'c2', 'c4']);
  }
});

test('a file of which only a torn first line is there holds no change, and no damage', async () => {
  const path = await historyOf('c1');
  await truncate(path, 100);
  expect(await readHistory(path)).toMatchObject({ changes: [], problem: null });
});

test('every single flipped bit is damage, told with its line, and the good lines before it are kept', async () => {
  const path = await historyOf('c1', 'c2', 'c3');
  const whole = await readFile(path);
  const lineOf = (at: number) => whole.subarray(0, at).filter((byte) => byte === 10).length + 1;
  let at = 0;
  for (const flipped of everyBitFlip(whole)) {
    const { changes, problem } = readLines(flipped);
    const line = lineOf(Math.floor(at / 8));
    expect(problem).toEqual({ kind: 'damaged', line });
    expect(ids(changes)).toEqual(['c1', 'c2', 'c3'].slice(0, line - 1));
    at += 1;
  }
});

test('a missing, a doubled and a swapped line are damage', async () => {
  const path = await historyOf('c1', 'c2', 'c3');
  const [one = '', two = '', three = ''] = (await readFile(path, 'utf8')).split('\n');
  for (const lines of [
    [one, three],
    [one, two, two, three],
    [one, three, two],
  ]) {
    await writeFile(path, `${lines.join('\n')}\n`);
    expect((await readHistory(path)).problem?.kind).toBe('damaged');
  }
});

test('a line that sums up but says what this version does not know comes from a newer Stet', async () => {
  const path = await historyOf('c1');
  const { sha256 } = writeLine(1, '0'.repeat(64), change('c1'));
  const foreign = { ...change('c2'), action: 'claim.merge' };
  // @ts-expect-error: an action of a later version
  await appendFile(path, `${writeLine(2, sha256, foreign).line}\n`);
  expect(await readHistory(path)).toMatchObject({
    problem: { kind: 'newer', line: 2 },
    changes: [{ id: 'c1' }],
  });
});

test.each(['write', 'sync', 'open'] as const)(
  'after a failed %s the change is not there, and the next one is',
  async (refuses) => {
    const path = await historyOf('c1');
    const disk = failingDisk();
    const { file } = await readHistory(path, disk.openFile);
    if (refuses !== 'open') await file.append(change('c2'));
    const before = await readFile(path);
    disk.refuses = refuses;
    await expect(file.append(change('lost'))).rejects.toMatchObject({ code: 'ENOSPC' });
    await expect(file.append(change('lost'))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect((await readHistory(path)).file.bytes).toBeGreaterThanOrEqual(before.length);
    disk.refuses = 'nothing';
    await file.append(change('c3'));
    await file.close();
    const { changes, problem } = await readHistory(path);
    expect(ids(changes)).toEqual(refuses === 'open' ? ['c1', 'c3'] : ['c1', 'c2', 'c3']);
    expect(problem).toBeNull();
  },
);

test('a file that was shortened or taken away by another is not written on', async () => {
  const path = await historyOf('c1', 'c2');
  const { file } = await readHistory(path);
  await truncate(path, 10);
  await expect(file.append(change('c3'))).rejects.toThrow('became shorter');
  expect((await stat(path)).size).toBe(10);
});
