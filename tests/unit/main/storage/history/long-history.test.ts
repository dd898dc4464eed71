import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstPrev, formatHistoryLine } from '#main/storage/history/history-format.ts';
import { minEndBytes, readHistoryEnd, verifyEarlierLines } from '#main/storage/history/long-history.ts';
import { verifyLines } from '#main/worker/verify-lines.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

function createChange(id: string, title: string): Change {
  const update = { before: { title: '' }, after: { title } };
  const edits = [{ table: 'article' as const, id: 'a', update }];
  return { id, at: '2026-01-01T00:00:00.000Z', by: null, action: 'article.edit', edits, undoes: null };
}

/** Writes a history of lines with titles of these lengths, and returns what a snapshot says of each line. */
async function writeHistory(lengths: readonly number[]) {
  const path = join(await tempFolder(), 'history.jsonl');
  const points: { lastSeq: number; lastSum: string; bytes: number }[] = [];
  const lines: string[] = [];
  let bytes = 0;
  for (const [index, length] of lengths.entries()) {
    const change = createChange(`c${index + 1}`, 'ü'.repeat(length));
    const { line, sha256 } = formatHistoryLine(index + 1, points.at(-1)?.lastSum ?? firstPrev, change);
    lines.push(`${line}\n`);
    bytes += Buffer.byteLength(line) + 1;
    points.push({ lastSeq: index + 1, lastSum: sha256, bytes });
  }
  await writeFile(path, lines.join(''));
  const snapshotAt = (seq: number) => {
    const { bytes: size = 0, ...point } = points[seq - 1] ?? { lastSeq: 0, lastSum: '', bytes: 1 };
    return { ...point, historyEnd: { bytes: size, undoable: 3, redoable: 1 } };
  };
  return { path, bytes, snapshotAt };
}

const lengths = [10, 300_000, 20, 100_000, 0, 200_000, 5];
const context = {
  articleId: 'a',
  verifyLines: async (...[lines, before]: Parameters<typeof verifyLines>) => verifyLines(lines, before),
  signal: new AbortController().signal,
};

test('the end is the snapshot’s last line and what follows; the lines before it are verified later', async () => {
  const { path, bytes, snapshotAt } = await writeHistory(lengths);
  expect(bytes).toBeGreaterThan(minEndBytes);
  for (let seq = 2; seq <= lengths.length; seq += 1) {
    const tail = await readHistoryEnd(path, snapshotAt(seq));
    expect(tail?.changes.map(({ id }) => id)).toEqual(lengths.slice(seq - 1).map((_, i) => `c${seq + i}`));
    expect(tail).toMatchObject({
      start: { seq: seq - 1, bytes: snapshotAt(seq - 1).historyEnd.bytes },
      end: { seq: lengths.length, bytes },
      depths: { undoable: 3, redoable: 1 },
    });
    if (!tail) continue;
    const earlier = await verifyEarlierLines(await tail.earlier, tail.start, context);
    expect(earlier.map(({ id }) => id)).toEqual(lengths.slice(0, seq - 1).map((_, i) => `c${i + 1}`));
  }
});

test('a torn last line is left out of the end, as it is of a whole history', async () => {
  const { path, bytes, snapshotAt } = await writeHistory(lengths);
  await appendFile(path, '{"seq":8,"prev":"');
  const tail = await readHistoryEnd(path, snapshotAt(6));
  expect(tail?.end).toMatchObject({ seq: 7, bytes });
  await tail?.earlier;
});

test('anything unusual needs the whole history', async () => {
  const { path, snapshotAt } = await writeHistory(lengths);
  const snapshot = snapshotAt(5);
  const { historyEnd } = snapshot;
  const at = (bytes: number) => ({ ...snapshot, historyEnd: { ...historyEnd, bytes } });
  for (const unusual of [
    { ...snapshot, historyEnd: null },
    { ...snapshot, lastSum: 'f'.repeat(64) },
    { ...snapshot, lastSeq: 6 },
    snapshotAt(1),
    at(historyEnd.bytes - 1),
    at(historyEnd.bytes + 1),
    at(historyEnd.bytes * 100),
    at(1),
  ])
    expect(await readHistoryEnd(path, unusual)).toBeNull();
  expect(await readHistoryEnd(`${path}.missing`, snapshot)).toBeNull();
  const short = await writeHistory([10, 20]);
  expect(await readHistoryEnd(short.path, short.snapshotAt(2))).toBeNull();
  await appendFile(path, 'not a line\n');
  expect(await readHistoryEnd(path, snapshot)).toBeNull();
});

test('earlier lines that are damaged, chained otherwise, or end before the known line are refused', async () => {
  const { path, snapshotAt } = await writeHistory(lengths);
  const tail = await readHistoryEnd(path, snapshotAt(6));
  if (!tail) throw new Error('the end could not be read');
  const bytes = await tail.earlier;
  const verify = (earlier: Buffer, end = tail.start) => verifyEarlierLines(earlier, end, context);
  for (const position of [100, 300_000, bytes.length - 2]) {
    const damaged = Buffer.from(bytes);
    damaged[position] = (damaged[position] ?? 0) ^ 1;
    await expect(verify(damaged)).rejects.toThrow('damaged');
  }
  const firstTwo = bytes.subarray(0, snapshotAt(2).historyEnd.bytes);
  await expect(verify(firstTwo)).rejects.toThrow('does not continue');
  await expect(verify(bytes, { ...tail.start, sha256: 'f'.repeat(64) })).rejects.toThrow('does not continue');
  await expect(verify(bytes.subarray(0, -1))).rejects.toThrow('damaged');
});
