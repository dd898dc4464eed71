import { keptFilesOf } from '../../../shared/domain/sources/referenced-files';
import { StetError } from '../errors/stet-error';
import type { ReviewStore } from '../storage/review/review-store';
import { takeFiles } from '../storage/vault/add-files';
import { adoptSource } from '../storage/vault/adopt-source';
import { VaultTexts } from '../storage/vault/file-texts';
import { findQuote } from '../storage/vault/find-quote';
import { VaultArrivals } from '../storage/vault/incoming-files';
import { untilAny } from '../tasks/abortable';
import type { Task } from '../tasks/tasks';
import { rememberFolder, startFolder } from '../window/start-folder';
import type { HandlerContext, HandlersOf } from './context';

export function vaultHandlers(context: HandlerContext): HandlersOf<'vault'> {
  const { outside, tasks, copies, settings, reviews } = context;
  const arrivals = new VaultArrivals(tasks, reviews);
  const texts = new VaultTexts(outside);
  return {
    'vault.pick': async ({ taskId, articleId }) => {
      const open = await reviews();
      await open.use(articleId, async (store) => store.refuseReadOnly());
      const list = await settings();
      const paths = await outside.dialogs.attachFiles(await startFolder(list, outside.documents));
      const [first] = paths ?? [];
      if (!paths || first === undefined) return null;
      await rememberFolder(list, first, outside);
      return tasks.run(taskId, (task) =>
        open.use(articleId, (store) => takeFiles(paths, store, task, outside.log)),
      );
    },
    'vault.begin': async (input) => {
      await arrivals.begin(input);
      return null;
    },
    'vault.append': async ({ taskId, chunk }) => {
      await arrivals.append(taskId, chunk);
      return null;
    },
    'vault.commit': async ({ taskId }) => arrivals.commit(taskId),
    'vault.verify': async ({ taskId, articleId }) =>
      tasks.run(taskId, async (task) =>
        (await reviews()).use(articleId, async (store) => {
          const kept = await store.read(keptFilesOf);
          const states = await store.vault.verify(kept, task);
          return kept.map(({ id, sha256 }) => ({ keptId: id, state: states.get(sha256) ?? 'missing' }));
        }),
      ),
    'vault.open': async ({ articleId, keptId }) =>
      (await reviews()).use(articleId, async (store) => {
        const file = await store.read((review) => keptFilesOf(review).find(({ id }) => id === keptId));
        if (!file) throw new StetError('notFound', 'This file is no longer kept for the article.');
        return copies.show(file, (path) => store.vault.copy(file, path));
      }),
    'vault.findQuote': ({ taskId, articleId, sourceId, quote }) =>
      whileOpen(context, { taskId, articleId }, (store, { signal }) =>
        findQuote(store, { sourceId, quote, signal }, { texts, outside }),
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

/** A task on an article. Null when it is cancelled, and when the window leaves the article meanwhile. */
function whileOpen<T>(
  { tasks, reviews }: HandlerContext,
  { taskId, articleId }: { taskId: string; articleId: string },
  work: (store: ReviewStore, task: Task) => Promise<T>,
): Promise<T | null> {
  return tasks.run(taskId, async ({ signal: cancelled, progress }) =>
    (await reviews()).use(articleId, (store, left) =>
      untilAny([cancelled, left], async (signal) => {
        try {
          return await work(store, { signal, progress });
        } catch (error) {
          if (signal.aborted) return null;
          throw error;
        }
      }),
    ),
  );
}
