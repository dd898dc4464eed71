import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choose } from '#tests/unit/effort.ts';
import { flipBit, listFileNames } from '#tests/unit/main/support/open-vault.ts';
import { newId } from '#tests/unit/main/support/sample.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { expectPoolIsWhole, openBackups } from './open-backups.ts';

/** A library with attached files and drafts, backed up. */
async function openBackedUp() {
  const stet = await openBackups();
  const attached: string[] = [];
  for (let file = 0; file < 6; file += 1)
    attached.push((await stet.attachFile(`ledger-${file}.txt`, `ledger ${file}`)).sha256);
  await stet.run();
  const { pool } = await stet.openSet();
  return { ...stet, attached, pool };
}

test('every content of the backups that is damaged or missing is made again from the library', async () => {
  const stet = await openBackedUp();
  const names = await listFileNames(stet.pool);
  for (const [index, name] of names.entries()) {
    const path = join(stet.pool, name);
    if (index % 3 === 0) await rm(path);
    else if (index % 3 === 1) await writeFile(path, '');
    else await flipBit(path);
  }
  expect(await stet.run()).toEqual({ isNew: false, missing: 0, replaced: names.length, lost: 0 });
  expect(await listFileNames(stet.pool)).toEqual(names);
  await expectPoolIsWhole(stet);
  expect(await stet.run()).toEqual({ isNew: false, missing: 0, replaced: 0, lost: 0 });
});

test('whatever is damaged where, the next backup has all that the library has, and counts the rest', async () => {
  const stet = await openBackedUp();
  const inPool = fc.subarray([0, 1, 2, 3, 4, 5]);
  await fc.assert(
    fc.asyncProperty(inPool, inPool, async (damagedCopies, damagedFiles) => {
      for (const index of damagedCopies) await flipBit(join(stet.pool, stet.attached[index] ?? ''));
      for (const index of damagedFiles) await flipBit(join(stet.vault, stet.attached[index] ?? ''));
      const lost = damagedCopies.filter((index) => damagedFiles.includes(index)).length;
      const replaced = damagedCopies.length - lost;
      expect(await stet.run()).toEqual({ isNew: lost > 0, missing: lost, replaced, lost });
      // As it was, for the next try.
      for (const [index, sha256] of stet.attached.entries())
        await writeFile(join(stet.vault, sha256), `ledger ${index}`);
      expect(await stet.run()).toMatchObject({ missing: 0, lost: 0 });
      await expectPoolIsWhole(stet);
    }),
    { numRuns: choose(3, 12) },
  );
});

test('damage in the lines of a history that was replaced is counted at each backup, and nothing else is lost', async () => {
  const stet = await openBackedUp();
  const history = join(stet.library, 'articles', stet.articleId, 'history.jsonl');
  const [before] = (await stet.readNewest()).articles;
  const text = await readFile(history, 'utf8');
  const { length } = text.trimEnd().split('\n');
  await writeFile(
    history,
    `${text
      .split('\n')
      .slice(0, length - 1)
      .join('\n')}\n`,
  );
  await stet.run();
  const lines = before?.files.find(({ path }) => path === 'history.jsonl')?.sha256 ?? '';
  await flipBit(join(stet.pool, lines));
  // Its draft is in the library as well.
  const draft = before?.files.find(({ path }) => path.startsWith('drafts/'))?.sha256 ?? '';
  await flipBit(join(stet.pool, draft));
  expect(await stet.run()).toEqual({ isNew: false, missing: 0, replaced: 1, lost: 1 });
  expect(await stet.run()).toEqual({ isNew: false, missing: 0, replaced: 0, lost: 1 });
});

test('the first backup after a start reads everything that it relies on, and the one at the end only what is new', async () => {
  const stet = await openBackedUp();
  const path = join(stet.pool, stet.attached[0] ?? '');
  await flipBit(path);
  await stet.rename('The old mill');
  await stet.core.close();
  expect((await stet.readNewest()).articles[0]?.title).toBe('The old mill');
  await expect(expectPoolIsWhole(stet)).rejects.toThrow();
  const next = testCore(stet.library);
  expect(await next.call('backup.run', { taskId: newId() })).toMatchObject({ replaced: 1, lost: 0 });
  await expectPoolIsWhole(stet);
});

test('reading back can be cancelled, and leaves the backups as they were', async () => {
  const stet = await openBackedUp();
  await stet.core.close();
  const next = testCore(stet.library);
  const before = await listFileNames(stet.pool);
  const running = next.call('backup.run', { taskId: 'cancelled' });
  await next.call('task.cancel', { taskId: 'cancelled' });
  expect(await running).toBeNull();
  expect(await listFileNames(stet.pool)).toEqual(before);
  expect(await next.call('backup.run', { taskId: newId() })).toMatchObject({ missing: 0, replaced: 0 });
});
