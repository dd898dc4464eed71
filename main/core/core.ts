import type { WaitingFile } from '../../shared/contract/import-commands';
import { createDispatcher, type Dispatch, type Sender } from './dispatcher';
import { StetError } from './errors/stet-error';
import { FileCopies } from './files/file-copies';
import { allHandlers } from './handlers/all';
import { Intake } from './import/intake';
import type { Outside } from './platform';
import { diskWords } from './storage/files/disk-messages';
import { openLibrary } from './storage/library/library';
import { openSettings, type SettingsStore } from './storage/library/settings-store';
import { openSourceIndex } from './storage/library/source-index';
import type { OpenForAppend } from './storage/review/history-file';
import { OpenReviews } from './storage/review/open-reviews';
import type { OpenNew } from './storage/vault/vault-writer';
import { Tasks } from './tasks/tasks';

export interface Core {
  dispatch: Dispatch;
  /** Lets a file of the disk wait to be opened. */
  waits(path: string): WaitingFile;
  settings(): Promise<SettingsStore>;
  /**
   * Cancels all tasks and searches, writes all snapshots, lets go of all reviews and removes copies, before the end. Never
   * rejects.
   */
  close(): Promise<void>;
}

interface Border {
  isTrusted(sender: Sender): boolean;
  /** For tests: how histories are opened for appending. */
  openFile?: OpenForAppend;
  /** For tests: how files in vaults are made. */
  openNew?: OpenNew;
}

/** All of main that is not Electron: commands in, values out, everything outside through `outside`. */
export function createCore(outside: Outside, { isTrusted, openFile, openNew }: Border): Core {
  const tasks = new Tasks(outside);
  const copies = new FileCopies(outside);
  const intake = new Intake(outside);
  const settings = once(() => openSettings(outside));
  const library = once(async () => {
    try {
      return await openLibrary(outside);
    } catch (error) {
      const words = `The library in ${outside.folder} can’t be opened: ${diskWords(error).why}. Nothing in it was changed.`;
      throw new StetError('damaged', words, { cause: error });
    }
  });
  const reviews = once(async () => {
    const store = await settings();
    const reviewer = () => store.current().reviewer;
    return new OpenReviews({ ...outside, reviewer, openFile, openNew, library: await library() });
  });
  const sourceIndex = once(async () =>
    openSourceIndex({ ...outside, library: await library(), reviews: await reviews() }),
  );

  return {
    dispatch: createDispatcher({
      handlers: allHandlers({ outside, tasks, copies, intake, settings, library, reviews, sourceIndex }),
      isTrusted,
      log: outside.log,
    }),
    waits: (path) => intake.addPath(path),
    settings,
    async close() {
      await tasks.cancelAll();
      intake.clear();
      await (await sourceIndex.begun())?.close();
      await (await reviews.begun())?.closeAll();
      await (await settings.begun())?.settled();
      await copies.empty();
    },
  };
}

type Once<T> = (() => Promise<T>) & {
  /** What was made, or null when nobody asked for it yet or it could not be made. */
  begun(): Promise<T | null>;
};

/** Makes something when it is first asked for, and only once; what could not be made is tried again the next time. */
function once<T>(make: () => Promise<T>): Once<T> {
  let made: Promise<T> | null = null;
  const get = () => {
    const now = made ?? make();
    made = now;
    now.catch(() => {
      made = null;
    });
    return now;
  };
  return Object.assign(get, { begun: async () => (await made?.catch(() => null)) ?? null });
}
