import type { Output } from '../../../shared/contract/commands';
import type { KeptFile } from '../../../shared/domain/attachment';
import { quotePlaceIn } from '../../../shared/text/quote-search';
import { rememberFolder, startFolder } from '../start-folder';
import { StetError } from '../stet-error';
import { adoptSource, sourceWithFiles } from '../storage/adopt-source';
import type { ReviewStore } from '../storage/review-store';
import { VaultArrivals } from '../storage/vault-arrivals';
import { VaultTexts } from '../storage/vault-texts';
import type { Task } from '../tasks';
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
        open.use(articleId, (store) => takeAll(paths, store, task, context)),
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
          const attachments = await store.read((review) => [...review.attachments.values()]);
          const states = await store.vault.verify(attachments, task);
          return attachments.map(({ id, sha256 }) => ({
            attachmentId: id,
            state: states.get(sha256) ?? 'missing',
          }));
        }),
      ),
    'vault.open': async ({ articleId, attachmentId }) =>
      (await reviews()).use(articleId, async (store) => {
        const file = await store.read((review) => review.attachments.get(attachmentId));
        if (!file) throw new StetError('notFound', 'This file is no longer among the article’s sources.');
        return { shown: await copies.show(file.name, (path) => store.vault.copy(file, path)) };
      }),
    'vault.findQuote': async ({ articleId, sourceId, quote }) =>
      (await reviews()).use(articleId, async (store, left) => {
        const { attachments } = await sourceWithFiles(store, sourceId);
        const places: Output<'vault.findQuote'> = [];
        for (const file of attachments) {
          const text = await texts.of(store.vault, file, left).catch((error: unknown) => {
            // Nobody waits for the answer any more: that is no failure to be logged.
            throw left.aborted ? new StetError('notFound', 'The article was closed.') : error;
          });
          places.push({ attachmentId: file.id, place: quotePlaceIn(text, quote) });
        }
        return places;
      }),
    'vault.adopt': async ({ articleId, from }) => {
      if (from.articleId === articleId)
        throw new StetError('badRequest', 'This source is in the article already. Nothing was changed.');
      const open = await reviews();
      return open.use(articleId, (store) =>
        open.use(from.articleId, (other) => adoptSource(store, other, from.sourceId)),
      );
    },
  };
}

/** Takes one file after the other; one that can't be taken keeps none of the others back. */
async function takeAll(
  paths: readonly string[],
  store: ReviewStore,
  task: Task,
  { outside }: HandlerContext,
): Promise<{ files: KeptFile[]; problems: string[] }> {
  store.refuseReadOnly();
  const files: KeptFile[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    task.signal.throwIfAborted();
    try {
      files.push(await store.vault.take(path, task));
    } catch (error) {
      if (!(error instanceof StetError)) throw error;
      if (error.cause) outside.log.error(error.message, error.cause);
      problems.push(error.message);
    }
  }
  task.signal.throwIfAborted();
  return { files, problems };
}
