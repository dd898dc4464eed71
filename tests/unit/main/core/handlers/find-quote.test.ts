import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentReader } from '#main/base/document-reader.ts';
import { flipBit, openVault } from '#tests/unit/main/support/open-vault.ts';
import { newId } from '#tests/unit/main/support/sample.ts';

const asText: DocumentReader['readDocument'] = async ({ bytes }) => ({
  state: 'read',
  paged: true,
  beside: [],
  pages: [Buffer.from(bytes).toString('utf8')],
});

/** Rejects when the signal aborts, and never ends otherwise. */
function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

/** As `openVault`, with a document reader, and records the names of the files that it reads. */
async function openReadingVault(
  readDocument: DocumentReader['readDocument'],
  more: Parameters<typeof openVault>[0] = {},
) {
  const read: string[] = [];
  const stet = await openVault({
    readDocument(file, signal) {
      read.push(file.name);
      return readDocument(file, signal);
    },
    ...more,
  });
  const { articleId, call } = stet;
  const quote = 'mill closed in 1975';
  const find = (taskId = newId()) =>
    call('vault.findQuote', { taskId, articleId, sourceId: 'source', quote });
  const places = async () =>
    new Map((await find())?.map(({ attachmentId, place }) => [attachmentId, place]) ?? []);
  return { ...stet, read, find, places };
}

test('a quote is searched for in every file of its source', async () => {
  const { attach, vault, places, read, logs } = await openReadingVault(async (file, signal) => {
    if (file.name === 'crashing.pdf') throw new Error('the importer died');
    return asText(file, signal);
  });
  const ledger = await attach('ledger.txt', 'The mill closed in 1975, after a strike.');
  const letter = await attach('letter.txt', 'Nothing of the kind.');
  const picture = await attach('scan.png', 'The mill closed in 1975');
  const crashing = await attach('crashing.pdf', 'crashing');
  const gone = await attach('gone.txt', 'gone');
  await rm(join(vault, gone.sha256));
  const found = await places();
  expect(found.get(ledger.id)).toMatchObject({ state: 'found', page: 1 });
  expect(found.get(letter.id)).toEqual({ state: 'notFound' });
  expect(found.get(picture.id)).toEqual({ state: 'noText' });
  expect(found.get(crashing.id)).toMatchObject({
    state: 'unreadable',
    why: expect.stringContaining('crashing.pdf'),
  });
  expect(found.get(gone.id)).toMatchObject({ state: 'unreadable', why: expect.stringContaining('gone') });
  expect(read).toHaveLength(3);
  expect(logs.join()).not.toContain('crashing.pdf');
  // That error was unexpected, so the file is tried again.
  await places();
  expect(read).toHaveLength(4);
  await flipBit(join(vault, ledger.sha256));
  expect((await places()).get(ledger.id)).toMatchObject({
    state: 'unreadable',
    why: expect.stringContaining('altered'),
  });
});

test.each(['altered', 'missing'] as const)(
  'a file found %s is distinguished from one without text',
  async (state) => {
    const { attach, vault, find } = await openReadingVault(asText);
    const ledger = await attach('ledger.txt', 'The mill closed in 1975.');
    expect(await find()).toMatchObject([{ fileState: null, place: { state: 'found' } }]);
    const path = join(vault, ledger.sha256);
    await (state === 'altered' ? flipBit(path) : rm(path));
    expect(await find()).toMatchObject([{ fileState: state, place: { state: 'unreadable' } }]);
  },
);

test('a file that can’t be read is only read again once it has changed', async () => {
  const { attach, vault, places, read } = await openReadingVault(async () => ({
    state: 'unreadable',
    why: 'The file takes too long to read.',
  }));
  const hostile = await attach('hostile.pdf', 'hostile');
  await places();
  expect((await places()).get(hostile.id)).toMatchObject({ why: expect.stringContaining('too long') });
  expect(read).toHaveLength(1);
  await rm(join(vault, hostile.sha256));
  await attach('again.pdf', 'hostile');
  await places();
  expect(read).toHaveLength(2);
});

test('a cancelled search stops at once, makes no other search wait, and says nothing about the file', async () => {
  const signals: AbortSignal[] = [];
  let isSlow = true;
  const { attach, call, find, read } = await openReadingVault(async (file, signal) => {
    signals.push(signal);
    if (isSlow) return rejectWhenAborted(signal);
    return asText(file, signal);
  });
  await attach('slow.pdf', 'The mill closed in 1975');
  const [first, second] = [newId(), newId()];
  const finding = find(first);
  await expect.poll(() => read).toHaveLength(1);
  const waiting = find(second);
  await call('task.cancel', { taskId: second });
  expect(await waiting).toBeNull();
  expect(signals[0]?.aborted).toBe(false);
  await call('task.cancel', { taskId: first });
  expect(await finding).toBeNull();
  expect(signals[0]?.aborted).toBe(true);
  isSlow = false;
  expect(await find()).toMatchObject([{ place: { state: 'found' } }]);
});

test('leaving the article cancels a search', async () => {
  const { attach, call, find, read, articleId } = await openReadingVault((_file, signal) =>
    rejectWhenAborted(signal),
  );
  await attach('slow.pdf', 'slow');
  const finding = find();
  await expect.poll(() => read).toHaveLength(1);
  await call('review.close', { articleId });
  expect(await finding).toBeNull();
});

test('the quote is searched for in a worker, which is cancelled when nobody waits any more', async () => {
  const given: string[] = [];
  const { attach, call, find } = await openReadingVault(asText, {
    findQuote: (document, quote, signal) => {
      given.push(document.state, quote);
      return rejectWhenAborted(signal);
    },
  });
  await attach('ledger.txt', 'The mill closed in 1975');
  const taskId = newId();
  const finding = find(taskId);
  await expect.poll(() => given).toEqual(['read', 'mill closed in 1975']);
  await call('task.cancel', { taskId });
  expect(await finding).toBeNull();
});
