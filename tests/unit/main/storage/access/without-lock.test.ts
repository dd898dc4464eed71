import { appendFile, cp, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { computeSha256, flipBit, openVault } from '#tests/unit/main/support/open-vault.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { createMarkChange, newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

/** Everything in a folder with what changes when it is written to, renamed or replaced. */
async function fingerprint(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).sort();
  return Promise.all(
    ['', ...names].map(async (name) => {
      const { ino, size, mtimeMs, ctimeMs } = await lstat(join(folder, name));
      return [name, ino, size, mtimeMs, ctimeMs].join(' ');
    }),
  );
}

/** A library with everything in it that a start repairs, sets aside, sweeps or removes, which another computer has open. */
async function createLibraryOfAnother() {
  const { call, createArticle, core, attach, file, library, vault, articleId } = await openVault();
  const { articleId: damaged } = await createArticle(sampleProposal('Damaged'));
  const { articleId: removed } = await createArticle(sampleProposal('Removed'));
  await attach('ledger.txt', 'ledger');
  await call('library.sources', { articleId: damaged, query: 'ledger' });
  await call('library.bin', { articleId: removed });
  await call('review.close', { articleId });
  await core.close();
  const articles = join(library, 'articles');
  const temp = 'writing.0123456789ab.tmp';
  await flipBit(join(articles, articleId, 'review.json'));
  await appendFile(join(articles, damaged, 'history.jsonl'), 'damage\n');
  await cp(join(articles, articleId, 'history.jsonl'), join(articles, articleId, 'history 2.jsonl'));
  await mkdir(join(articles, '.making-x', 'drafts'), { recursive: true });
  await mkdir(join(articles, '.removing-y', 'drafts'), { recursive: true });
  for (const path of [library, join(articles, articleId), join(articles, articleId, 'drafts'), vault])
    await writeFile(join(path, temp), '');
  await writeFile(join(vault, 'unswept'), '');
  await writeFile(join(vault, computeSha256('loose')), 'loose');
  await flipBit(join(library, 'library.json'));
  await flipBit(join(articles, damaged, 'summary.json'));
  await flipBit(join(articles, removed, 'binned.json'));
  return { library, articleId, damaged, removed, own: await file('own.txt', 'own') };
}

/** Locks a library as another computer does. */
async function lockElsewhere(library: string): Promise<void> {
  const other = testCore(await tempFolder());
  await other.call('library.list', null);
  await cp(join(other.platform.libraryFolder, 'lock.json'), join(library, 'lock.json'));
}

test.each([
  {
    why: 'while another computer has it open',
    prepare: lockElsewhere,
    isAccepted: true,
    access: { kind: 'elsewhere', isStale: false },
  },
  {
    why: 'that another installation wrote last',
    prepare: async () => undefined,
    isAccepted: false,
    access: { kind: 'stranger', host: hostname() },
  },
  {
    why: 'that nothing names, in a folder where this installation never was',
    prepare: (library: string) => rm(join(library, 'library-id.json')),
    isAccepted: false,
    access: { kind: 'stranger', host: null },
  },
])('nothing in a library $why is written, renamed or removed, reading included', async (given) => {
  const { library, articleId, damaged, removed, own } = await createLibraryOfAnother();
  await given.prepare(library);
  const before = await fingerprint(library);
  const documentsFolder = await tempFolder();
  const { call, callFailing, core, events, runScheduled, logs } = testCore(library, {
    userDataFolder: await tempFolder(),
    documentsFolder,
    location: { state: 'open', folder: library, isNew: false, isAccepted: given.isAccepted },
    dialogs: { ...refusingDialogs, attachFiles: async () => [own] },
  });
  const { problems } = await call('library.list', null);
  expect(await call('library.access', null)).toMatchObject(given.access);
  expect(await call('library.takeOver', null)).toEqual({ isTaken: false });
  expect(problems.join(' ')).not.toContain('.damaged-');
  const { draft, readOnly } = await call('review.open', { articleId });
  expect(readOnly).toBe(true);
  await call('review.open', { articleId: damaged });
  await call('vault.verify', { taskId: newId(), articleId });
  await call('check.run', { taskId: newId() });
  await call('search.query', { query: 'mill' });
  await call('overview.library', { taskId: newId() });
  await call('backup.setFolder', { choice: 'proposed' });
  runScheduled();
  await callFailing('backup.run', { taskId: newId() });
  await callFailing('location.chooseTarget', null);
  await call('library.sources', { articleId: damaged, query: 'ledger' });
  const { change } = createMarkChange(draft);
  await callFailing('review.apply', { articleId, change });
  await callFailing('review.undo', { articleId });
  await callFailing('library.bin', { articleId });
  await callFailing('library.restore', { articleId: removed });
  await callFailing('library.delete', { articleId: removed });
  await callFailing('article.createSample', null);
  await callFailing('vault.pick', { taskId: newId(), articleId });
  await call('review.close', { articleId });
  await core.close();
  expect(await fingerprint(library)).toEqual(before);
  expect(events.filter(({ type }) => type === 'accessChanged' || type === 'backupDue')).toEqual([]);
  expect(await readdir(join(documentsFolder, 'Stet backups'))).toEqual([]);
  expect(logs).toEqual([]);
});
