import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DraftFile } from '../../../../../main/core/platform';
import type { Origin } from '../../../../../shared/domain/draft';
import type { DraftReading } from '../../../../../shared/import/proposal';
import { importFile } from '../../../../../shared/import/text/import-text';
import { namesIn } from '../../support/attaching';
import { refusingDialogs } from '../../support/plain-outside';
import { newId, sampleProposal } from '../../support/sample';
import { tempFolder } from '../../support/temp-folder';
import { testCore } from '../../support/test-core';

const page = new TextEncoder().encode('<h1>The mill closed</h1><p>It closed in 1974.</p>');
const sum = createHash('sha256').update(page).digest('hex');

/** What a window could say of a page. */
const elsewhere: Origin = {
  kind: 'web',
  name: 'other.html',
  url: 'https://elsewhere.example/',
  fetchedAt: '2020-01-01T00:00:00.000Z',
  sha256: sum,
  bytes: 1,
  mime: 'text/plain',
};

/** An importer that takes everything for plain text, and tells what it was given. */
function reader() {
  const given: DraftFile[] = [];
  const readDraft = async (file: DraftFile): Promise<DraftReading> => {
    given.push(file);
    const imported = importFile(file.origin.name ?? 'paste.txt', file.bytes);
    return imported.ok ? { ...imported, words: 0 } : imported;
  };
  return { given, readDraft };
}

test('files of the disk are read when it is their turn, and wait until they are dropped', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'mill.txt');
  const { given, readDraft } = reader();
  const { call, failing } = testCore(join(folder, 'library'), {
    readDraft,
    dialogs: { ...refusingDialogs, openFiles: async () => [path, join(folder, 'gone.txt')] },
  });
  const [mill, gone] = (await call('import.choose', null)) ?? [];
  if (!mill || !gone) throw new Error('nothing waits');
  expect([mill.name, gone.name]).toEqual(['mill.txt', 'gone.txt']);
  await writeFile(path, 'It closed in 1974.');
  const answer = await call('import.read', { taskId: newId(), fileId: mill.fileId });
  expect(answer).toMatchObject({ ok: true, proposal: { text: 'It closed in 1974.' } });
  expect(given[0]).toMatchObject({ origin: { kind: 'file', name: 'mill.txt' }, type: null });
  expect((await failing('import.read', { taskId: newId(), fileId: gone.fileId })).message).toContain(
    'no longer there',
  );
  await call('import.drop', { fileId: mill.fileId });
  expect((await failing('import.read', { taskId: newId(), fileId: mill.fileId })).code).toBe('badRequest');
});

test('a dropped file comes in pieces, and is read only once it is whole', async () => {
  const { given, readDraft } = reader();
  const { call, failing } = testCore(await tempFolder(), { readDraft });
  const { fileId, name } = await call('import.begin', { name: 'mill.txt', bytes: 18 });
  expect(name).toBe('mill.txt');
  const append = (words: string) => ({ fileId, chunk: new TextEncoder().encode(words) });
  await call('import.append', append('It closed'));
  expect((await failing('import.read', { taskId: newId(), fileId })).code).toBe('badRequest');
  expect((await failing('import.append', append(' in 1974, or was it'))).code).toBe('badRequest');
  await call('import.append', append(' in 1974.'));
  await call('import.read', { taskId: newId(), fileId });
  expect(new TextDecoder().decode(given[0]?.bytes)).toBe('It closed in 1974.');
  // Its bytes are let go as soon as there is a draft of them.
  expect((await failing('import.read', { taskId: newId(), fileId })).code).toBe('badRequest');
});

test('nothing waits any more once the window is gone', async () => {
  const { call, failing, core } = testCore(await tempFolder(), reader());
  const { fileId } = await call('import.begin', { name: 'mill.txt', bytes: 0 });
  await core.close();
  expect((await failing('import.read', { taskId: newId(), fileId })).code).toBe('badRequest');
});

test('what is too large is refused before it comes, and so is too much at once', async () => {
  const folder = await tempFolder();
  const { call, failing } = testCore(folder);
  const megabytes = (count: number) => ({ name: 'a.pdf', bytes: count * 1024 * 1024 });
  expect((await failing('import.begin', megabytes(101))).message).toContain('larger than 100 MB');
  for (let count = 0; count < 4; count += 1) await call('import.begin', megabytes(100));
  expect((await failing('import.begin', megabytes(1))).message).toContain('Too many files wait');
});

test('a file larger than 100 MB on the disk is not read into memory', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'large.txt');
  await writeFile(path, '');
  await truncate(path, 100 * 1024 * 1024 + 1);
  const { call, failing } = testCore(join(folder, 'library'), {
    dialogs: { ...refusingDialogs, openFiles: async () => [path] },
  });
  const [file] = (await call('import.choose', null)) ?? [];
  const failure = await failing('import.read', { taskId: newId(), fileId: file?.fileId ?? '' });
  expect(failure.message).toContain('larger than 100 MB');
});

test('a paste is read with its structure', async () => {
  const { given, readDraft } = reader();
  const { call } = testCore(await tempFolder(), { readDraft });
  await call('import.paste', { taskId: newId(), type: 'text/html', content: '<p>Zoë</p>' });
  expect(given[0]).toMatchObject({ origin: { kind: 'paste', name: null }, type: 'text/html' });
  expect(new TextDecoder().decode(given[0]?.bytes)).toBe('<p>Zoë</p>');
});

/** A core that fetches one page, and the article made of it. */
async function fetched(folder: string) {
  const asked: string[] = [];
  const { readDraft } = reader();
  const stet = testCore(folder, {
    readDraft,
    dialogs: {
      ...refusingDialogs,
      confirmFetch: async ({ host }) => {
        asked.push(host);
        return host !== 'no.example';
      },
    },
    fetchPage: async (url) => ({ url, name: 'mill.html', type: 'text/html', charset: null, bytes: page }),
  });
  const fetchOf = (address: string) => stet.call('import.fetch', { taskId: newId(), address });
  return { ...stet, asked, fetchOf };
}

test('a page is fetched only after the reviewer agreed to that very address', async () => {
  const { asked, fetchOf, failing } = await fetched(await tempFolder());
  expect(await fetchOf('https://no.example/mill')).toBeNull();
  expect((await fetchOf('paper.example/mill'))?.name).toBe('mill.html');
  expect(asked).toEqual(['no.example', 'paper.example']);
  const failure = await failing('import.fetch', { taskId: newId(), address: 'file:///etc/passwd' });
  expect(failure.code).toBe('badRequest');
  expect(asked).toHaveLength(2);
});

test('a fetched page is kept in the vault as it came, is verified, and stays', async () => {
  const folder = await tempFolder();
  const { call, failing, fetchOf } = await fetched(folder);
  const file = await fetchOf('https://paper.example/mill');
  const read = await call('import.read', { taskId: newId(), fileId: file?.fileId ?? '' });
  if (!read?.ok) throw new Error('it was not read');
  const { origin, link } = read.proposal;
  expect(link).toBe('https://paper.example/mill');
  const wrong = await failing('article.create', { ...sampleProposal(), origin: elsewhere });
  expect(wrong.code).toBe('badRequest');
  const { articleId } = await call('article.create', { ...sampleProposal(), origin });
  const { draft } = await call('review.open', { articleId });
  expect(draft.origin).toEqual({
    ...{ kind: 'web', name: 'mill.html', url: 'https://paper.example/mill', mime: 'text/html' },
    ...{ fetchedAt: expect.stringMatching(/^2026-/), sha256: sum, bytes: page.length },
  });
  const vault = join(folder, 'articles', articleId, 'vault');
  expect(new Uint8Array(await readFile(join(vault, sum)))).toEqual(page);
  const verify = () => call('vault.verify', { taskId: newId(), articleId });
  expect(await verify()).toEqual([{ keptId: draft.id, state: 'unchanged' }]);

  // Sweeping leaves it: the history names it.
  await writeFile(join(vault, 'unswept'), '');
  await call('review.close', { articleId });
  await call('review.open', { articleId });
  expect(await namesIn(vault)).toEqual([sum]);
  await rm(join(vault, sum));
  expect(await verify()).toEqual([{ keptId: draft.id, state: 'missing' }]);
});

test('no article can be made of a page that was not fetched', async () => {
  const folder = await tempFolder();
  await mkdir(folder, { recursive: true });
  const { failing } = testCore(folder);
  expect((await failing('article.create', { ...sampleProposal(), origin: elsewhere })).code).toBe(
    'badRequest',
  );
});
