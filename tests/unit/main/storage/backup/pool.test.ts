import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ContentVerifier } from '#main/storage/backup/pool.ts';
import { computeSha256, flipBit } from '#tests/unit/main/support/open-vault.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

const sha256 = computeSha256('ledger');

test('a content is read once a day, and whenever its file was written to, replaced or touched', async () => {
  const folder = await tempFolder();
  const path = join(folder, sha256);
  await writeFile(path, 'ledger');
  let nowMs = Date.parse('2026-01-01T00:00:00.000Z');
  const contents = new ContentVerifier({ now: () => new Date(nowMs) });
  const read = async () => {
    let bytes = 0;
    const onBytes = (length: number) => {
      bytes += length;
    };
    const work = { giveWay: async () => undefined, signal: new AbortController().signal, onBytes };
    const states: string[] = [];
    for await (const { state } of contents.verify(folder, [sha256], work)) states.push(state);
    return { isIntact: states.join() === 'unchanged', bytes };
  };
  expect(await read()).toEqual({ isIntact: true, bytes: 6 });
  expect(await read()).toEqual({ isIntact: true, bytes: 0 });
  await utimes(path, new Date(0), new Date(0));
  expect(await read()).toEqual({ isIntact: true, bytes: 6 });
  nowMs += 24 * 60 * 60_000;
  expect(await read()).toEqual({ isIntact: true, bytes: 6 });
  // A clock that was set back makes nothing last longer.
  nowMs -= 48 * 60 * 60_000;
  expect(await read()).toEqual({ isIntact: true, bytes: 6 });
  await flipBit(path);
  // As a tool does that restores times.
  await utimes(path, new Date(0), new Date(0));
  expect(await read()).toEqual({ isIntact: false, bytes: 6 });
  expect(await read()).toEqual({ isIntact: false, bytes: 6 });
  await writeFile(path, 'ledger');
  expect(await read()).toEqual({ isIntact: true, bytes: 6 });
});
