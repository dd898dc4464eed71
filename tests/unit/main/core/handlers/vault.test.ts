import { link, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { KeptFile } from '../../../../../shared/domain/attachment';
import { attaching, flipByte, namesIn, openVault, sourceChange, sumOf } from '../../support/attaching';
import { newId, sampleProposal } from '../../support/sample';

/** As `openVault`; what was opened and what was shown in its folder is written down. */
async function watched() {
  const opened: string[] = [];
  const shown: string[] = [];
  const stet = await openVault({
    openCopy: async (path) => void opened.push(path),
    showInFolder: (path) => shown.push(path),
  });
  return { ...stet, opened, shown };
}

test('verifying tells what is unchanged, altered and missing, each content read once', async () => {
  const { call, attach, articleId, vault, told } = await openVault();
  const kept = await attach('kept.txt', 'kept');
  const again = await attach('again.txt', 'kept');
  const flipped = await attach('flipped.bin', Buffer.alloc(9_000_000, 'x'));
  const gone = await attach('gone.txt', 'gone');
  const linked = await attach('linked.txt', 'linked');
  const longer = await attach('longer.txt', 'longer');
  await flipByte(join(vault, flipped.sha256));
  await rm(join(vault, gone.sha256));
  await rm(join(vault, linked.sha256));
  await writeFile(join(dirname(vault), 'elsewhere'), 'linked');
  await symlink('../elsewhere', join(vault, linked.sha256));
  await writeFile(join(vault, longer.sha256), 'longer than it was');
  const taskId = newId();
  const states = await call('vault.verify', { taskId, articleId });
  expect(Object.fromEntries((states ?? []).map(({ attachmentId, state }) => [attachmentId, state]))).toEqual({
    [kept.id]: 'unchanged',
    [again.id]: 'unchanged',
    [flipped.id]: 'altered',
    [gone.id]: 'missing',
    [linked.id]: 'altered',
    [longer.id]: 'altered',
  });
  const total = 'kept'.length + 9_000_000 + 'gone'.length + 'linked'.length + 'longer'.length;
  expect(told.filter((event) => event.type === 'progress' && event.taskId === taskId).at(-1)).toMatchObject({
    done: total,
    total,
  });
});

test('verifying can be cancelled', async () => {
  const { call, attach, articleId } = await openVault();
  await attach('large.bin', Buffer.alloc(40_000_000, 'x'));
  const taskId = newId();
  const verifying = call('vault.verify', { taskId, articleId });
  await call('task.cancel', { taskId });
  expect(await verifying).toBeNull();
});

test('a document is opened as a read-only copy', async () => {
  const { call, attach, articleId, opened, library } = await watched();
  const { id } = await attach('ledger.PDF', 'the ledger');
  expect(await call('vault.open', { articleId, attachmentId: id })).toEqual({ shown: 'file' });
  const [path = ''] = opened;
  expect(basename(path)).toBe('ledger.PDF');
  expect(path.startsWith(join(library, 'copies'))).toBe(true);
  expect(await readFile(path, 'utf8')).toBe('the ledger');
  expect((await stat(path)).mode & 0o777).toBe(0o444);
});

test.each([
  'setup.exe',
  'run.sh',
  'run.bat',
  'page.html',
  'page.xhtml',
  'drawing.svg',
  'macro.docm',
  'shortcut.lnk',
  'go.url',
  'go.desktop',
  'all.zip',
  'mail.eml',
  'README',
  'ledger.pdf.exe',
  'ledger.exe\u202efdp',
  'ledger.pdf:stream.exe',
])('%j is shown in its folder only', async (name) => {
  const { call, file, pick, articleId, opened, shown } = await watched();
  const [kept] = (await pick(await file('harmless.txt', 'text')))?.files ?? [];
  if (!kept) throw new Error('nothing was taken');
  // As the window or an old history may name it: not every name comes through the vault.
  const { attachment, ...change } = attaching({ ...kept, name, mime: 'application/pdf' });
  await call('review.apply', { articleId, change });
  const open = { articleId, attachmentId: attachment.id };
  expect(await call('vault.open', open)).toEqual({ shown: 'folder' });
  expect(opened).toEqual([]);
  expect(await readFile(shown[0] ?? '', 'utf8')).toBe('text');
});

test('what no program takes is shown in its folder', async () => {
  const shown: string[] = [];
  const { call, attach, articleId } = await openVault({ showInFolder: (path) => shown.push(path) });
  const { id } = await attach('ledger.pdf', 'text');
  expect(await call('vault.open', { articleId, attachmentId: id })).toEqual({ shown: 'folder' });
  expect(shown).toHaveLength(1);
});

test.each(['altered', 'missing'] as const)('a file that is %s is not opened', async (state) => {
  const { call, failing, attach, articleId, vault, opened, shown, library } = await watched();
  const file = await attach('ledger.pdf', 'the ledger');
  const path = join(vault, file.sha256);
  await (state === 'altered' ? flipByte(path) : rm(path));
  expect(await failing('vault.open', { articleId, attachmentId: file.id })).toMatchObject({
    code: 'damaged',
    message: expect.stringContaining('“ledger.pdf”'),
  });
  expect([opened, shown, await namesIn(join(library, 'copies'))]).toEqual([[], [], []]);
  expect((await failing('vault.open', { articleId, attachmentId: 'none' })).code).toBe('notFound');
  await attach('again.pdf', 'the ledger');
  expect(await call('vault.open', { articleId, attachmentId: file.id })).toEqual({ shown: 'file' });
});

test('copies go with the run, and those of a killed one at the next start', async () => {
  const { call, core, attach, articleId, library, opened } = await watched();
  const copies = join(library, 'copies');
  const { id } = await attach('ledger.pdf', 'text');
  await call('vault.open', { articleId, attachmentId: id });
  expect(await namesIn(copies)).toHaveLength(1);
  await core.close();
  expect(await namesIn(copies)).toEqual([]);
  await writeFile(join(copies, 'left behind'), 'secret');
  const next = await openVault({}, library);
  await expect.poll(() => namesIn(copies)).toEqual([]);
  await next.core.close();
  expect(opened).toHaveLength(1);
});

test('a quote is looked for in every file of its source', async () => {
  let read = 0;
  const { call, attach, articleId, vault } = await openVault({
    async readDocument({ name, bytes }) {
      read += 1;
      if (name === 'broken.pdf') throw new Error('the importer died');
      return { state: 'read', pages: [Buffer.from(bytes).toString('utf8')], paged: true, beside: [] };
    },
  });
  const ledger = await attach('ledger.txt', 'The mill closed in 1975, after a strike.');
  const letter = await attach('letter.txt', 'Nothing of the kind.');
  const picture = await attach('scan.png', 'The mill closed in 1975');
  const broken = await attach('broken.pdf', 'broken');
  const gone = await attach('gone.txt', 'gone');
  await rm(join(vault, gone.sha256));
  const find = () => call('vault.findQuote', { articleId, sourceId: 'source', quote: 'mill closed in 1975' });
  const places = new Map((await find()).map(({ attachmentId, place }) => [attachmentId, place]));
  expect(places.get(ledger.id)).toMatchObject({ state: 'found', page: 1 });
  expect(places.get(letter.id)).toEqual({ state: 'notFound' });
  expect(places.get(picture.id)).toEqual({ state: 'noText' });
  expect(places.get(broken.id)).toMatchObject({
    state: 'unreadable',
    why: expect.stringContaining('broken.pdf'),
  });
  expect(places.get(gone.id)).toMatchObject({ state: 'unreadable', why: expect.stringContaining('gone') });
  expect(read).toBe(3);
  await find();
  expect(read).toBe(4);
  await flipByte(join(vault, ledger.sha256));
  const after = new Map((await find()).map(({ attachmentId, place }) => [attachmentId, place]));
  expect(after.get(ledger.id)).toMatchObject({
    state: 'unreadable',
    why: expect.stringContaining('altered'),
  });
});

/** An article with a source and files, beside another one. */
async function twoArticles() {
  const stet = await openVault();
  const { call, library } = stet;
  const other = (await call('article.create', sampleProposal('Another'))).articleId;
  await call('review.open', { articleId: other });
  const adopt = () =>
    call('vault.adopt', { articleId: other, from: { articleId: stet.articleId, sourceId: 'source' } });
  return { ...stet, other, adopt, otherVault: join(library, 'articles', other, 'vault') };
}

test('a source of another article comes with its files, without a second copy on the disk', async () => {
  const { call, attach, adopt, other, vault, otherVault, articleId } = await twoArticles();
  const ledger = await attach('ledger.pdf', 'the ledger');
  const flipped = await attach('flipped.txt', 'flipped');
  const gone = await attach('gone.txt', 'gone');
  await flipByte(join(vault, flipped.sha256));
  await rm(join(vault, gone.sha256));
  const { source, files, missing } = await adopt();
  const { sha256, name, bytes, mime } = ledger;
  expect(source).toMatchObject({ id: 'source', title: 'The ledger' });
  expect(files).toEqual([{ sha256, name, bytes, mime }]);
  expect(missing.sort()).toEqual(['flipped.txt', 'gone.txt']);
  expect(await namesIn(otherVault)).toEqual([sha256, 'unswept'].sort());
  expect((await stat(join(otherVault, sha256))).ino).toBe((await stat(join(vault, sha256))).ino);
  expect((await adopt()).files).toHaveLength(1);
  expect(await namesIn(otherVault)).toEqual([sha256, 'unswept'].sort());
  await call('review.apply', { articleId: other, change: sourceChange() });
  const { attachment, ...change } = attaching({ sha256, name, bytes, mime });
  await call('review.apply', { articleId: other, change });
  await call('review.close', { articleId });
  await call('review.close', { articleId: other });
  expect(await namesIn(otherVault)).toEqual([sha256]);
  expect(await call('vault.verify', { taskId: newId(), articleId: other })).toEqual([
    { attachmentId: attachment.id, state: 'unchanged' },
  ]);
});

test('a source can be taken over neither from nowhere nor into its own article', async () => {
  const { failing, other, articleId } = await twoArticles();
  const from = (article: string, sourceId: string) => ({ articleId: article, sourceId });
  const adopt = (of: { articleId: string; sourceId: string }) =>
    failing('vault.adopt', { articleId: other, from: of });
  expect((await adopt(from(articleId, 'none'))).code).toBe('notFound');
  expect((await adopt(from('none', 'source'))).code).toBe('notFound');
  expect((await adopt(from(other, 'source'))).code).toBe('badRequest');
});

test('an edit attaches only what the vault holds, in the size that it has', async () => {
  const { call, failing, attach, articleId, vault } = await openVault();
  const ledger = await attach('ledger.pdf', 'the ledger');
  const { sha256, name, bytes, mime }: KeptFile = ledger;
  const refused = async (file: KeptFile) => {
    const { attachment: _, ...change } = attaching(file);
    return (await failing('review.apply', { articleId, change })).code;
  };
  expect(await refused({ sha256: sumOf('never taken'), name, bytes, mime })).toBe('badRequest');
  expect(await refused({ sha256, name, bytes: bytes + 1, mime })).toBe('badRequest');
  const update = (after: Partial<KeptFile>, before: Partial<KeptFile>) => ({
    id: newId(),
    action: 'evidence.edit' as const,
    edits: [{ table: 'attachments' as const, id: ledger.id, update: { before, after } }],
  });
  const other = update({ sha256: sumOf('never taken') }, { sha256 });
  expect((await failing('review.apply', { articleId, change: other })).code).toBe('badRequest');
  expect((await failing('review.apply', { articleId, change: update({ bytes: 1 }, { bytes }) })).code).toBe(
    'badRequest',
  );
  // What says nothing of the content is taken, whatever became of the file; so are undo and redo.
  await rm(join(vault, sha256));
  await call('review.apply', { articleId, change: update({ name: 'renamed.pdf' }, { name }) });
  for (const step of ['undo', 'undo', 'redo', 'redo'] as const) await call(`review.${step}`, { articleId });
  const { review } = await call('review.open', { articleId });
  expect(review.attachments).toMatchObject([{ name: 'renamed.pdf' }]);
});

test('a link in the vault is neither held, read nor adopted', async () => {
  const { failing, attach, articleId, vault, adopt, otherVault, own } = await twoArticles();
  const file = await attach('ledger.pdf', 'the ledger');
  await link(join(vault, file.sha256), join(own, 'same.pdf'));
  await rm(join(vault, file.sha256));
  await symlink(join(own, 'same.pdf'), join(vault, file.sha256));
  expect((await failing('vault.open', { articleId, attachmentId: file.id })).code).toBe('damaged');
  expect((await adopt()).missing).toEqual(['ledger.pdf']);
  expect(await readdir(otherVault)).toEqual(['unswept']);
});
