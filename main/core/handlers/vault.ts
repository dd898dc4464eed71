import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { toSafeNameWithExtension } from '#main/base/safe-file-name.ts';
import { StetError } from '#main/base/stet-error.ts';
import type { Log } from '#main/base/system.ts';
import { type Task, withAnySignal } from '#main/base/tasks.ts';
import { createTempPath, replaceFile } from '#main/storage/disk/durable-file.ts';
import type { ReviewStore } from '#main/storage/reviews/review-store.ts';
import type { Vault } from '#main/storage/vault/vault.ts';
import { notCopiedError } from '#main/storage/vault/vault-messages.ts';
import type { Input } from '#shared/contract/commands/commands.ts';
import type { StoredFile } from '#shared/domain/base/attachment.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { listStoredFiles } from '#shared/domain/review/review-data.ts';
import { IncomingFiles } from '../vault/incoming-files.ts';
import { getSourceWithFiles } from '../vault/quote-search.ts';
import { getStartFolder, rememberFolder } from '../window/start-folder.ts';
import type { HandlerContext, HandlersOf } from './context.ts';

/**
 * Saves a copy of a file of the vault at an absolute path, whole or not at all; a file there is replaced. Rejects with `damaged`,
 * `missing` or `notSaved`.
 */
async function saveCopy(vault: Vault, file: StoredFile, path: string): Promise<void> {
  const temp = createTempPath(dirname(path), 'writing');
  try {
    // Whoever may read new files in the chosen folder may read the copy, and the reviewer may edit it.
    await vault.copyTo(file, temp, () => undefined, { mode: 0o666, explain: notCopiedError });
    await replaceFile(temp, path);
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw error instanceof StetError ? error : notCopiedError(file.name, error);
  }
}

/**
 * Adds files to the vault of an article, one after the other. When one can't be added, `problems` gets a sentence about it and
 * the next ones are still added. Rejects with `readOnly`, or with the signal's reason when it aborts.
 */
async function addFiles(
  paths: readonly string[],
  store: ReviewStore,
  task: Task,
  log: Log,
): Promise<{ files: StoredFile[]; problems: string[] }> {
  store.refuseReadOnly();
  const files: StoredFile[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    task.signal.throwIfAborted();
    try {
      files.push(await store.vault.add(path, task));
    } catch (error) {
      if (!(error instanceof StetError)) throw error;
      // The message is not logged, because it contains the file's name.
      if (error.cause) log.error(`a file was not attached: ${error.code}`, error.cause);
      problems.push(error.message);
    }
  }
  task.signal.throwIfAborted();
  return { files, problems };
}

/**
 * Copies the files of another article's source into the vault of this one. `missing` holds the names of files that are lost
 * or altered there. The window then proposes the change that creates the source here. Rejects with `notFound`, `readOnly` or
 * `notSaved`, or with the signal's reason when it aborts.
 */
async function adoptSource(
  store: ReviewStore,
  other: ReviewStore,
  sourceId: string,
  task: Task,
): Promise<{ source: Source; files: StoredFile[]; missing: string[] }> {
  store.refuseReadOnly();
  const { source, attachments } = await getSourceWithFiles(other, sourceId);
  const files: StoredFile[] = [];
  const missing: string[] = [];
  for (const { sha256, name, bytes, mime } of attachments) {
    const file = { sha256, name, bytes, mime };
    task.signal.throwIfAborted();
    const state = await store.vault.addFromVault(other.vault, file, task);
    if (state === 'unchanged') files.push(file);
    else missing.push(name);
  }
  task.signal.throwIfAborted();
  return { source, files, missing };
}

export function createVaultHandlers(context: HandlerContext): HandlersOf<'vault'> {
  const { platform, tasks, copies, quotes, settings, reviews } = context;
  const incoming = new IncomingFiles(tasks, reviews);
  const withKeptFile = async <T>(
    { articleId, keptId }: Input<'vault.open'>,
    work: (store: ReviewStore, file: StoredFile) => Promise<T>,
  ): Promise<T> =>
    (await reviews()).use(articleId, async (store) => {
      const file = await store.read((review) => listStoredFiles(review).find(({ id }) => id === keptId));
      if (!file) throw new StetError('notFound', 'This file is no longer kept for the article.');
      return work(store, file);
    });
  return {
    'vault.pick': async ({ taskId, articleId }) => {
      const open = await reviews();
      await open.use(articleId, async (store) => store.refuseReadOnly());
      const settingsStore = await settings();
      const startFolder = await getStartFolder(settingsStore, platform.documentsFolder);
      const paths = await platform.dialogs.attachFiles(startFolder);
      const [first] = paths ?? [];
      if (!paths || first === undefined) return null;
      await rememberFolder(settingsStore, first, platform);
      return tasks.run(taskId, (task) =>
        open.use(articleId, (store) => addFiles(paths, store, task, platform.log)),
      );
    },
    'vault.begin': async (input) => {
      await incoming.begin(input);
      return null;
    },
    'vault.append': async ({ taskId, chunk }) => {
      await incoming.append(taskId, chunk);
      return null;
    },
    'vault.commit': async ({ taskId }) => incoming.commit(taskId),
    'vault.verify': async ({ taskId, articleId }) =>
      tasks.run(taskId, async (task) =>
        (await reviews()).use(articleId, async (store) => {
          const files = await store.read(listStoredFiles);
          const states = await store.vault.verify(files, task);
          return files.map(({ id, sha256 }) => ({ keptId: id, state: states.get(sha256) ?? 'missing' }));
        }),
      ),
    'vault.open': (kept) =>
      withKeptFile(kept, ({ vault }, file) =>
        copies.show(file, (path, onChunk) => vault.copyTo(file, path, onChunk)),
      ),
    'vault.showInFolder': (kept) =>
      withKeptFile(kept, async ({ vault }, file) => {
        await copies.showInFolder(file, (path, onChunk) => vault.copyTo(file, path, onChunk));
        return null;
      }),
    'vault.saveCopy': async (kept) => {
      const proposed = await withKeptFile(kept, async (_, { name }) => toSafeNameWithExtension(name, 'file'));
      const settingsStore = await settings();
      const folder = await getStartFolder(settingsStore, platform.documentsFolder);
      const path = await platform.dialogs.saveCopy(join(folder, proposed));
      if (path === null) return null;
      await withKeptFile(kept, ({ vault }, file) => saveCopy(vault, file, path));
      await rememberFolder(settingsStore, path, platform);
      return basename(path);
    },
    'vault.findQuote': ({ taskId, articleId, sourceId, quote }) =>
      whileOpen(context, { taskId, articleId }, (store, { signal }) =>
        quotes.find(store, { sourceId, quote, signal }),
      ),
    'vault.adopt': async ({ taskId, articleId, from }) => {
      if (from.articleId === articleId)
        throw new StetError('badRequest', 'This source is in the article already. Nothing was changed.');
      const open = await reviews();
      return whileOpen(context, { taskId, articleId }, (store, task) =>
        open.use(from.articleId, (other) => adoptSource(store, other, from.sourceId, task)),
      );
    },
  };
}

/** Runs a task on an article. Resolves to null when it is cancelled or the window leaves the article. */
function whileOpen<T>(
  { tasks, reviews }: HandlerContext,
  { taskId, articleId }: { taskId: string; articleId: string },
  work: (store: ReviewStore, task: Task) => Promise<T>,
): Promise<T | null> {
  return tasks.run(taskId, async ({ signal: cancelled, reportProgress }) =>
    (await reviews()).use(articleId, (store, left) =>
      withAnySignal([cancelled, left], async (signal) => {
        try {
          return await work(store, { signal, reportProgress });
        } catch (error) {
          if (signal.aborted) return null;
          throw error;
        }
      }),
    ),
  );
}
