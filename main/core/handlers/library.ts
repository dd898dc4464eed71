import { currentTimestamp } from '#main/base/system.ts';
import { acceptLibrary } from '#main/storage/access/known-libraries.ts';
import { describeAccess } from '#main/storage/access/library-lock.ts';
import { readdir } from '#main/storage/disk/disk.ts';
import { notSavedError } from '#main/storage/disk/disk-messages.ts';
import { articleFolder, articlePaths } from '#main/storage/disk/paths.ts';
import { readingRules } from '#shared/domain/review/progress.ts';
import { forgetChoices } from '../reports/remembered-choices.ts';
import type { HandlerContext, HandlersOf } from './context.ts';
import { toShownEntry } from './start.ts';

export function createSearchHandlers({ search }: HandlerContext): HandlersOf<'search'> {
  return {
    'search.query': async ({ query }) => (await search()).query(query),
  };
}

export function createLibraryHandlers({
  platform,
  copies,
  settings,
  lock,
  library,
  reviews,
  sourceIndex,
  search,
}: HandlerContext): HandlersOf<'library'> {
  /** Removes an article from the index of the search. Where that fails, the next comparison with the library removes it. */
  const forgetWords = async (articleId: string) =>
    (await search())
      .forget(articleId)
      .catch((error) => platform.log.error('an article is still in the index', error));
  return {
    'library.list': async () => {
      // Open reviews may be ahead of the list.
      await (await reviews()).saveAll();
      const list = await library();
      await list.follow();
      const { spotting } = (await settings()).current();
      const articles = list.rows().map((row) => toShownEntry(row, spotting));
      return { articles, problems: [...(await settings()).problems, ...list.problems] };
    },
    'library.countReading': async ({ articleId, reading }) => {
      const list = await library();
      const historyBytes = await (await reviews()).use(articleId, (store) =>
        store.read(() => store.end.bytes),
      );
      list.updateReading(articleId, { ...reading, historyBytes, rules: readingRules });
      return null;
    },
    'library.access': async () => describeAccess((await lock()).state),
    'library.takeOver': async () => {
      const access = await lock();
      const { state } = access;
      if (state.kind === 'foreign' && !(await platform.dialogs.confirmTakeOver(state.holder)))
        return { isTaken: false };
      const isTaken = await access.takeOver().catch((error) => {
        throw notSavedError(error, 'The library was not taken over.');
      });
      // The other Stet may have written since this core read the library.
      if (isTaken) platform.reopen({ kind: 'same' });
      return { isTaken };
    },
    'library.accept': async () => {
      if (describeAccess((await lock()).state).kind !== 'stranger') return null;
      await acceptLibrary(platform).catch((error) => {
        throw notSavedError(error, 'The library can only be read, as before.');
      });
      platform.reopen({ kind: 'same' });
      return null;
    },
    'library.sources': async ({ articleId, query }) => (await sourceIndex()).search(query, articleId),
    'library.bin': async ({ articleId }) => {
      await (await library()).setBinned(articleId, currentTimestamp(platform));
      await forgetWords(articleId);
      return null;
    },
    'library.delete': async ({ articleId }) => {
      const list = await library();
      const open = await reviews();
      const files = await readdir(articlePaths(articleFolder(platform.libraryFolder, articleId)).vault).catch(
        () => [],
      );
      await forgetWords(articleId);
      const isWhole = await list.remove(articleId, (step) => open.closeAndRun(articleId, step));
      await copies.discard(files);
      await forgetChoices(await settings(), articleId, platform);
      return { isWhole };
    },
    'library.restore': async ({ articleId }) => {
      await (await library()).setBinned(articleId, null);
      void (await search()).refresh();
      return null;
    },
  };
}
