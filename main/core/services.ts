import { commands } from '#shared/contract/commands/commands.ts';
import type { WaitingFile } from '#shared/contract/commands/import-commands.ts';
import { type Once, once } from '../base/once.ts';
import { StetError } from '../base/stet-error.ts';
import type { LibraryLocation } from '../base/system.ts';
import { Tasks } from '../base/tasks.ts';
import { findWithheldAccess, noteWriting } from '../storage/access/known-libraries.ts';
import { describeAccess, LibraryLock, type LockOptions } from '../storage/access/library-lock.ts';
import { keepCopy } from '../storage/article/copies.ts';
import { Backups } from '../storage/backup/backups.ts';
import { removeUnfinishedRestore } from '../storage/backup/restore-library.ts';
import { inspectFolder } from '../storage/computer/inspect-folder.ts';
import type { SettingsStore } from '../storage/computer/settings-store.ts';
import { settleLocation } from '../storage/computer/settle-location.ts';
import { describeDiskError } from '../storage/disk/disk-messages.ts';
import { libraryPaths } from '../storage/disk/paths.ts';
import type { WriteAccess } from '../storage/disk/write-access.ts';
import type { OpenHistory } from '../storage/history/history-file.ts';
import { openLibrary } from '../storage/library/library.ts';
import { OpenReviews } from '../storage/reviews/open-reviews.ts';
import { createSourceIndex } from '../storage/reviews/source-index.ts';
import type { CreateVaultFile } from '../storage/vault/vault-writer.ts';
import {
  createAppHandlers,
  createLinkHandlers,
  createSettingsHandlers,
  createTaskHandlers,
} from './handlers/app.ts';
import { createBackupHandlers } from './handlers/backup.ts';
import { createCheckHandlers } from './handlers/check.ts';
import type { HandlerContext, LaterHandlers } from './handlers/context.ts';
import type { CommandTable, Sender } from './handlers/dispatcher.ts';
import { createDraftHandlers } from './handlers/draft.ts';
import { createArticleHandlers, createImportHandlers } from './handlers/import.ts';
import { createLibraryHandlers, createSearchHandlers } from './handlers/library.ts';
import { createLocationHandlers } from './handlers/location.ts';
import { createOverviewHandlers } from './handlers/overview.ts';
import { createReportHandlers } from './handlers/report.ts';
import { createReviewHandlers } from './handlers/review.ts';
import { createVaultHandlers } from './handlers/vault.ts';
import { Intake } from './import/intake.ts';
import { Proposals } from './import/proposals.ts';
import type { Platform } from './ports/platform.ts';
import { LibrarySearch } from './search/library-search.ts';
import { FileCopies } from './vault/file-copies.ts';
import { QuoteSearch } from './vault/quote-search.ts';

/** A handler for every command of the contract but those of `start.ts`, which answers before this is loaded. */
function createHandlers(context: HandlerContext): LaterHandlers {
  return {
    ...createAppHandlers(context),
    ...createSettingsHandlers(context),
    ...createLibraryHandlers(context),
    ...createSearchHandlers(context),
    ...createLocationHandlers(context),
    ...createImportHandlers(context),
    ...createArticleHandlers(context),
    ...createDraftHandlers(context),
    ...createReviewHandlers(context),
    ...createTaskHandlers(context),
    ...createVaultHandlers(context),
    ...createReportHandlers(context),
    ...createLinkHandlers(context),
    ...createBackupHandlers(context),
    ...createCheckHandlers(context),
    ...createOverviewHandlers(context),
  };
}

export interface CoreOptions {
  isTrusted(sender: Sender): boolean;
  /** For tests: opens histories for appending. */
  openHistory?: OpenHistory;
  /** For tests: creates files in vaults. */
  createVaultFile?: CreateVaultFile;
  /** For tests: the number of the process in the lock. One that no process has can be taken over as after a crash. */
  processNumber?: number;
}

/**
 * Rejects with `notFound` unless the library is there or is to be created: locking it would otherwise create its folder, where
 * a disk is not connected for example. Looks again, because it may have gone since it was located.
 */
async function refuseMissingLibrary(location: LibraryLocation): Promise<void> {
  const isNew = location.state === 'open' && location.isNew;
  if (location.state === 'missing' || (!isNew && (await inspectFolder(location.folder)) === 'absent'))
    throw new StetError(
      'notFound',
      `The library in ${location.folder} is not there. Nothing was changed. Connect its disk or put the folder back, then start Stet again.`,
    );
}

/** Throws `notFound` while the library is being moved: nothing else may use it. */
function refuseMovingLibrary(location: LibraryLocation): void {
  if (location.state === 'moving')
    throw new StetError(
      'notFound',
      'The library is being moved. Nothing was changed. Wait until it is moved.',
    );
}

/** The services that answer the page: the library, its reviews, and all that the reviewer can do with them. */
export interface Services {
  /** All commands but those that the core answers before this is loaded. */
  table: CommandTable<keyof LaterHandlers>;
  /** Adds a file on the disk to those that wait to be opened as articles. */
  addOpenedFile(path: string): WaitingFile;
  /** Discards the imports of a page that crashed: no other page knows their ids. Its tasks, such as an export, go on. */
  discardImports(): void;
  /** As `close` of the core, but for the settings. */
  close(): Promise<void>;
}

const { 'settings.get': _, 'location.get': __, 'library.stored': ___, ...laterCommands } = commands;

/** How long after it was opened the library is indexed, in milliseconds: by then the window has loaded what it needs. */
const indexingDelayMs = 20_000;
/** How much longer than a look at all articles of another Stet's library the pause after it is at least. */
const followPauseFactor = 10;

/** Creates them for one library. The storage is opened when it is first needed. */
export function createServices(
  platform: Platform,
  settings: Once<SettingsStore>,
  options: Omit<CoreOptions, 'isTrusted'>,
): Services {
  const { processNumber = process.pid, ...storageOptions } = options;
  const tasks = new Tasks(platform);
  const copies = new FileCopies(platform);
  const proposals = new Proposals(platform);
  const intake = new Intake(platform, proposals);
  const quotes = new QuoteSearch(platform);
  const openLock = (folder: string, options: LockOptions) =>
    LibraryLock.open(libraryPaths(folder).lock, { ...platform, processNumber, ...options });
  let nextFollowMs = 0;
  /** Shows what the Stet did that may write to the library. */
  const follow = async () => {
    const startMs = performance.now();
    if (startMs < nextFollowMs) return;
    nextFollowMs = Number.POSITIVE_INFINITY;
    try {
      await (await reviews.current())?.follow();
      if (await (await library.current())?.follow()) platform.emit({ type: 'libraryChanged' });
    } finally {
      const endMs = performance.now();
      nextFollowMs = endMs + (endMs - startMs) * followPauseFactor;
    }
  };
  const withheld = once(() => findWithheldAccess(platform));
  const lock = once(async () => {
    await refuseMissingLibrary(platform.location);
    return openLock(platform.libraryFolder, {
      withheld: await withheld(),
      async onChange(state) {
        platform.emit({ type: 'accessChanged', access: describeAccess(state) });
        if (state.kind === 'held') await noteWriter();
      },
      onLook: follow,
    });
  });
  const noteWriter = async () => {
    const access = await lock();
    await noteWriting(platform, access.writer, access);
  };
  const settling = new AbortController();
  let settled: Promise<void> = Promise.resolve();
  const settle = async (access: WriteAccess) =>
    settleLocation(platform, {
      access,
      isAccepted: (await withheld()) === null,
      lockFormer: (folder) => openLock(folder, { onChange: () => undefined }),
      signal: settling.signal,
    });
  let cancelIndexing = () => {};
  const library = once(async () => {
    refuseMovingLibrary(platform.location);
    try {
      const access = await lock();
      const opened = await openLibrary({ ...platform, access, wasLeft: access.wasLeft });
      await noteWriter();
      settled = settle(access);
      await removeUnfinishedRestore(platform);
      if (!settling.signal.aborted)
        cancelIndexing = platform.schedule(indexingDelayMs, async () => (await search()).refresh());
      return opened;
    } catch (error) {
      if (error instanceof StetError) throw error;
      const message = `The library in ${platform.libraryFolder} can’t be opened: ${describeDiskError(error).why}. Nothing in it was changed.`;
      throw new StetError('damaged', message, { cause: error });
    }
  });
  const reviews = once(async () => {
    const store = await settings();
    const reviewer = () => store.current().reviewer;
    const watcher = await backups();
    const searched = await search();
    const list = await library();
    const context = { ...platform, access: await lock() };
    return new OpenReviews({
      ...context,
      ...storageOptions,
      reviewer,
      confirmRemoval: (removed, total) => platform.dialogs.confirmRemoval({ removed, total }),
      watcher: {
        noteChange(articleId) {
          watcher.noteChange();
          searched.noteChange(articleId);
        },
        noteClosed: (articleId) => watcher.noteClosed(articleId),
      },
      findBackedUpDraft: (row) => watcher.catalog.findDraft(row),
      findBackedUpHistories: (articleId) => watcher.catalog.findHistories(articleId),
      library: list,
      keepCopy: async (articleId, history, common) => {
        const id = await keepCopy({ articleId, history, common }, context);
        if (id !== null) await list.add(id);
      },
    });
  });
  const backups = once(
    async () =>
      new Backups({
        ...platform,
        settings: await settings(),
        library: await library(),
        access: await lock(),
      }),
  );
  const search = once(
    async () =>
      new LibrarySearch({
        ...platform,
        access: await lock(),
        library: await library(),
        getReviews: () => reviews.current(),
      }),
  );
  const sourceIndex = once(async () =>
    createSourceIndex({
      ...platform,
      access: await lock(),
      library: await library(),
      reviews: await reviews(),
    }),
  );

  const discardImports = () => {
    intake.clear();
    proposals.clear();
  };

  return {
    table: {
      commands: laterCommands,
      handlers: createHandlers({
        platform,
        tasks,
        copies,
        intake,
        proposals,
        quotes,
        settings,
        lock,
        library,
        reviews,
        sourceIndex,
        search,
        backups,
      }),
    },
    addOpenedFile: (path) => intake.addPath(path),
    discardImports,
    async close() {
      settling.abort();
      cancelIndexing();
      await tasks.cancelAll();
      discardImports();
      await settled;
      await (await sourceIndex.current())?.close();
      await (await reviews.current())?.closeAll();
      await (await search.current())?.close();
      await (await backups.current())?.close();
      await (await library.current())?.close();
      await (await lock.current())?.close();
      await copies.empty();
    },
  };
}
