import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { RunningCore } from '../../../../main/core/running-core';
import { createClient } from '../../../../shared/contract/client';
import type { CommandName, Input, Output } from '../../../../shared/contract/commands/commands';
import type { AppEvent } from '../../../../shared/contract/events';
import { createFailingDisk } from '../support/failing-disk';
import { createAttachChange, createSourceChange } from '../support/open-vault';
import { createPlainPlatform } from '../support/plain-platform';
import { ProposalFiles } from '../support/proposal-files';
import { createMarkChange, newId, sampleProposal } from '../support/sample';
import { ourWindow } from '../support/start-core';
import { tempFolder } from '../support/temp-folder';
import { hashFolder } from './storage/place/place-files';

/** A window with an open article on a library whose disk takes no history from now on, beside an empty folder. */
async function setUp() {
  const root = await tempFolder();
  const userDataFolder = join(root, 'user');
  const from = join(userDataFolder, 'library');
  const to = join(root, 'other', 'Stet');
  await mkdir(to, { recursive: true });
  const disk = createFailingDisk();
  const otherDisk = createFailingDisk();
  const events: AppEvent[] = [];
  const logs: string[] = [];
  const answers = {
    folder: to as string | null,
    lost: [] as unknown[],
    goesOn: async () => true,
  };
  const { copiesFolder, ...plain } = createPlainPlatform(root);
  const proposals = new ProposalFiles();
  const running = new RunningCore({
    platform: proposals.addImporter({
      ...{ ...plain, copiesFolder },
      dialogs: {
        ...plain.dialogs,
        chooseFolder: async () => answers.folder,
        confirmIncompleteCopy: async (articles) => {
          answers.lost.push(articles);
          return answers.goesOn();
        },
      },
      emit: (event) => events.push(event),
      log: { error: (message) => logs.push(message) },
      continueIn: (folder) => running.continueIn(folder),
    }),
    isTrusted: () => true,
    getFolders: () => ({ userDataFolder, copiesFolder }),
    reloadPage: async (onLeft) => onLeft(),
    openHistory: (path, purpose) => (path.startsWith(from) ? disk : otherDisk).openHistory(path, purpose),
  });
  onTestFinished(() => running.close());
  await running.get();
  const client = createClient({
    call: (name, input) => running.dispatch(ourWindow, name, input),
    listen: () => () => undefined,
  });
  const call = async <N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const answer = await client.call(name, input);
    if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
    return answer.value;
  };
  const { createArticle } = proposals.createCommands(call);
  const { articleId } = await createArticle(sampleProposal('The mill'));
  const { articleId: otherId } = await createArticle(sampleProposal('The ferry'));
  const { draft } = await call('review.open', { articleId });
  const mark = () => createMarkChange(draft).change;
  const saved = mark();
  await call('review.apply', { articleId, change: saved });
  const apply = (change: Input<'review.apply'>['change']) => call('review.apply', { articleId, change });
  return {
    ...{ root, userDataFolder, from, to, disk, events, logs, answers, running, client, call },
    ...{ articleId, otherId, mark, apply, saved },
    fillDisk: () => {
      disk.failsAt = 'write';
    },
    goOn: () => call('place.continueElsewhere', { taskId: newId() }),
    readIds: async (library: string) =>
      (await readFile(join(library, 'articles', articleId, 'history.jsonl'), 'utf8'))
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => JSON.parse(line).change.id),
  };
}

/** The files of a library, without its lock, once the list of articles is written. */
async function hashLibrary(folder: string) {
  await expect.poll(async () => (await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  const { 'lock.json': _, ...files } = await hashFolder(folder);
  return files;
}

test('edits that wait are saved in a copy of the library, each once and in their order, and the former one stays as it was', async () => {
  const { from, to, call, fillDisk, mark, apply, saved, goOn, readIds, articleId } = await setUp();
  fillDisk();
  const waiting = [mark(), mark()];
  await expect(apply(waiting[0] ?? saved)).rejects.toThrow(/notSaved: .*the disk is full/);
  const before = await hashLibrary(from);
  expect(await goOn()).toEqual({
    ...{ folder: to, formerFolder: from, lostArticles: [], lostFiles: 0, isNoted: true },
  });
  expect(await call('place.get', null)).toEqual({ state: 'open', folder: to });
  expect(await hashLibrary(from)).toEqual(before);
  // The window does not know which of its edits were stored: it sends all of them again.
  for (const change of [saved, ...waiting, ...waiting]) await apply(change);
  const ids = [saved, ...waiting].map(({ id }) => id);
  expect(await readIds(to)).toEqual(ids);
  expect(await readIds(from)).toEqual([saved.id]);
  expect((await call('review.undo', { articleId })).canRedo).toBe(true);
  expect((await call('library.list', null)).articles).toHaveLength(2);
});

test('the next start opens the copy, and the former library can be opened again', async () => {
  const { from, to, fillDisk, apply, mark, goOn, running, call, answers } = await setUp();
  fillDisk();
  await goOn();
  await apply(mark());
  await running.close();
  running.forget();
  await running.get();
  expect(await call('place.get', null)).toEqual({ state: 'open', folder: to });
  expect(await readdir(to)).not.toContain('move.json');
  expect(existsSync(join(from, 'lock.json'))).toBe(false);
  answers.folder = from;
  expect(await call('place.openOther', null)).toBe(true);
});

test('the copy is for the user alone', async () => {
  const { to, from, articleId, fillDisk, goOn } = await setUp();
  await chmod(to, 0o755);
  await chmod(join(from, 'articles', articleId, 'history.jsonl'), 0o644);
  fillDisk();
  await goOn();
  const modes = await Promise.all(
    ['', 'articles', `articles/${articleId}/history.jsonl`].map(
      async (path) => (await stat(join(to, path))).mode & 0o777,
    ),
  );
  expect(modes).toEqual([0o700, 0o700, 0o600]);
});

test('while the library is copied nothing is written to it, and it is written to again when the copy is cancelled', async () => {
  const { from, to, apply, mark, answers, goOn, otherId, call, saved, readIds } = await setUp();
  await rm(join(from, 'articles', otherId, 'history.jsonl'));
  const waiting = mark();
  answers.goesOn = async () => {
    await expect(apply(waiting)).rejects.toThrow(/notSaved: .*is being copied to another folder/);
    await expect(call('library.bin', { articleId: otherId })).rejects.toThrow(/is being copied/);
    return false;
  };
  expect(await goOn()).toBe(null);
  expect(answers.lost).toEqual([{ lost: 1, total: 2 }]);
  expect(await readdir(to)).toEqual([]);
  expect(await call('place.get', null)).toEqual({ state: 'open', folder: from });
  await apply(waiting);
  expect(await readIds(from)).toEqual([saved.id, waiting.id]);
});

test('a folder that is not chosen, is not empty or is inside the library leaves everything as it was', async () => {
  const { from, to, answers, goOn, apply, mark, userDataFolder } = await setUp();
  await writeFile(join(to, 'notes.txt'), '');
  answers.folder = null;
  expect(await goOn()).toBe(null);
  for (const [folder, sentence] of [
    [to, /is not empty\. The library was not copied\./],
    [join(from, 'articles', 'new'), /is inside the library\. The library was not copied\./],
    [join(userDataFolder, 'new'), /Stet keeps files of its own/],
  ] as const) {
    answers.folder = folder;
    await expect(goOn()).rejects.toThrow(sentence);
  }
  expect(await readdir(to)).toEqual(['notes.txt']);
  await apply(mark());
});

test('an article that is open is saved from memory when the folder is gone, after a question about the others', async () => {
  const { root, from, to, answers, goOn, apply, mark, saved, readIds, call, articleId } = await setUp();
  await rename(from, join(root, 'unplugged'));
  const waiting = mark();
  await expect(apply(waiting)).rejects.toThrow(/notSaved: .*is gone/);
  expect(await goOn()).toMatchObject({ folder: to, lostArticles: ['The ferry'], lostFiles: 0 });
  expect(answers.lost).toEqual([{ lost: 1, total: 2 }]);
  await apply(waiting);
  expect(await readIds(to)).toEqual([saved.id, waiting.id]);
  expect(await call('review.open', { articleId })).toMatchObject({ readOnly: false, problems: [] });
  expect(await readdir(join(root, 'unplugged', 'articles'))).toHaveLength(2);
});

test('a damaged history of the open article is written from memory, and kept beside it', async () => {
  const { from, to, goOn, apply, mark, saved, articleId, readIds, call } = await setUp();
  const history = join(from, 'articles', articleId, 'history.jsonl');
  const lines = await readFile(history, 'utf8');
  await writeFile(history, lines.replace(/"action":"claim/, '"action":"clain'));
  const waiting = mark();
  expect(await goOn()).toMatchObject({ lostArticles: [] });
  await apply(waiting);
  expect(await readIds(to)).toEqual([saved.id, waiting.id]);
  expect(await readdir(join(to, 'articles', articleId))).toContainEqual(
    expect.stringMatching(/^history\.jsonl\.damaged-/),
  );
  expect(await call('review.open', { articleId })).toMatchObject({ readOnly: false });
});

test('a file that an edit that waits names is in the copy, although no stored change names it', async () => {
  const { to, call, articleId, fillDisk, apply, goOn } = await setUp();
  const content = Buffer.from('the ledger');
  const taskId = newId();
  await apply(createSourceChange());
  await call('vault.begin', { taskId, articleId, name: 'ledger.txt', bytes: content.length });
  await call('vault.append', { taskId, chunk: content });
  const stored = await call('vault.commit', { taskId });
  fillDisk();
  const { attachment: _, ...change } = createAttachChange(stored);
  await expect(apply(change)).rejects.toThrow(/notSaved/);
  await goOn();
  await call('library.list', null);
  await apply(change);
  expect(await readdir(join(to, 'articles', articleId, 'vault'))).toContain(stored.sha256);
});

test('where the record of the place can’t be written either, Stet goes on and says so', async () => {
  const { userDataFolder, to, fillDisk, goOn, apply, mark, call } = await setUp();
  const record = join(userDataFolder, 'library-place.json');
  await rm(record);
  await mkdir(join(record, 'in-the-way'), { recursive: true });
  fillDisk();
  expect(await goOn()).toMatchObject({ folder: to, isNoted: false });
  await apply(mark());
  expect(await call('place.get', null)).toEqual({ state: 'open', folder: to });
});
