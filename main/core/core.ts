import { startCommands } from '#shared/contract/commands/start-commands.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { failure } from '#shared/contract/result.ts';
import { type Once, once } from '../base/once.ts';
import { ClosingError, createProblemEvent } from '../base/stet-error.ts';
import type { LibraryLocation, NextLibrary, System } from '../base/system.ts';
import { LocationFile, type LocationPlatform, locateLibrary } from '../storage/computer/location-record.ts';
import { openSettingsStore } from '../storage/computer/settings-store.ts';
import { notSavedError } from '../storage/disk/disk-messages.ts';
import { createDispatcher, type Dispatch } from './handlers/dispatcher.ts';
import { createStartHandlers } from './handlers/start.ts';
import type { Platform } from './ports/platform.ts';
import type { CoreOptions, Services } from './services.ts';
import { chooseTheme, pickShownSettings, type ShownSettings, type Theme } from './window/shown-settings.ts';

/**
 * Locates the library that the window shows next, and notes in the record when it is another one. When that can't be noted,
 * `error` says so and the location is the one of the library before. Never rejects.
 */
async function openNextLibrary(
  next: NextLibrary,
  userDataFolder: string,
  platform: LocationPlatform,
): Promise<{ location: LibraryLocation; error: unknown }> {
  let error: unknown = null;
  if (next.kind === 'open') {
    const { folder, isNew } = next;
    await new LocationFile(userDataFolder, platform)
      .change({ folder, isNew, isAccepted: isNew })
      .catch((failure) => {
        error = notSavedError(failure, 'The library before is open as it was.');
      });
  }
  const location = await locateLibrary(userDataFolder, platform);
  if (next.kind !== 'move' || location.state !== 'open') return { location, error };
  return { location: { state: 'moving', folder: location.folder, target: next.target }, error };
}

export interface Core {
  dispatch: Dispatch;
  /** The handlers of all calls that the first list does not need. They are loaded with the first such call. */
  services: Once<Services>;
  getShownSettings(): Promise<ShownSettings>;
  /** Begins to read the list that the page asks for first, while the page is still being loaded. */
  readAhead(): void;
  /** Stores a theme chosen in the menu bar and notifies the window. Resolves to the theme to show. Never rejects. */
  chooseTheme(theme: Theme): Promise<Theme>;
  /**
   * Cancels all tasks and searches, saves and closes all reviews, and removes the copies of files. Calls that come from now on are
   * refused: they would open again what is closed. Never rejects.
   */
  close(): Promise<void>;
}

/**
 * Everything of main that needs no Electron: commands in, values out. Electron and the system are reached through
 * `platform`.
 *
 * Here is only what the window needs before its page, and what the page needs to show the list that is on the disk. `services.ts`
 * answers everything else, such as `review.apply`; it is loaded once that list was asked for.
 */
export function createCore(platform: Platform, options: CoreOptions): Core {
  const { isTrusted, ...serviceOptions } = options;
  const startedAt = Date.now();
  const settings = once(() => openSettingsStore(platform, startedAt));
  const services = once(async () => {
    const { createServices } = await import('./services.ts');
    return createServices(platform, settings, serviceOptions);
  });
  const { handlers, readAhead } = createStartHandlers(platform, settings);
  const dispatch = createDispatcher({
    early: { commands: startCommands, handlers },
    later: async () => (await services()).table,
    isTrusted,
    log: platform.log,
  });
  let isClosed = false;
  return {
    async dispatch(...call) {
      if (!isClosed) return dispatch(...call);
      const { code, message } = new ClosingError();
      return failure(code, message);
    },
    services,
    getShownSettings: async () => pickShownSettings((await settings()).current()),
    readAhead,
    chooseTheme: async (theme) => chooseTheme(theme, await settings(), platform),
    async close() {
      isClosed = true;
      await (await services.current())?.close();
      await (await settings.current())?.waitForWrites();
    },
  };
}

type Folders = Pick<System, 'userDataFolder' | 'copiesFolder'>;

/** The platform without what is only known once the library was located. */
export type PlatformBase = Omit<Platform, keyof Folders | 'libraryFolder' | 'location'>;

interface RunningCoreOptions extends CoreOptions {
  platform: PlatformBase;
  getFolders(): Folders;
  /** Loads the page again. `onLeft` has to run once the page before can't call any more, and before the new one can. */
  reloadPage(onLeft: () => void): Promise<void>;
}

interface StartedCore {
  core: Core;
  location: LibraryLocation;
  /** Why the library is another one than the one that was asked for. */
  problem: AppEvent | null;
}

/** How long leaving a library waits for calls that are being answered, in milliseconds. */
const maxAnswerMs = 2_000;

// A late call of a closed window must not start a core that no window would close.
const windowClosed = failure('refused', 'The window that asked this is closed.');

/**
 * The core of the window, on one library. It closes with the window, or when the window goes on with another library; then the
 * next one starts from the disk.
 */
export class RunningCore {
  #current: Promise<StartedCore> | null = null;
  #next: Promise<StartedCore> | null = null;
  readonly #answering = new Set<Promise<unknown>>();
  /** Files that the system opened while there was no library to open them in. */
  readonly #waitingPaths: string[] = [];

  constructor(private readonly options: RunningCoreOptions) {}

  /** The core, which starts when it is first needed. */
  async get(): Promise<Core> {
    if (this.#next) return (await this.#next).core;
    this.#current ??= this.#start({ kind: 'same' });
    return (await this.#current).core;
  }

  readonly dispatch: Dispatch = async (...call) => {
    const answering = this.#answer(...call);
    this.#answering.add(answering);
    return answering.finally(() => this.#answering.delete(answering));
  };

  /** Passes a file that the system opened to the page, as soon as there is a library to open it in. */
  async openFile(path: string): Promise<void> {
    this.#waitingPaths.push(path);
    await this.get();
    await this.#sendWaitingFiles();
  }

  /** Discards the imports of a page that crashed. */
  async discardImports(): Promise<void> {
    const services = await (await this.#current)?.core.services.current();
    services?.discardImports();
  }

  async close(): Promise<void> {
    await (await this.#current)?.core.close();
  }

  /** The window is gone: the next one starts a new core. */
  forget(): void {
    this.#current = null;
    this.#next = null;
  }

  /** Closes the core, then loads the page again on a new one. Never rejects. */
  async reopen(next: NextLibrary): Promise<void> {
    const before = await this.#current;
    await before?.core.close();
    // The page that is still there gets no answers any more.
    this.#current = null;
    await this.#waitForAnswers();
    // A call that was being answered may have opened something again.
    await before?.core.close();
    const started = this.#start(next);
    this.#next = started;
    const { problem } = await started;
    const takeOver = () => {
      this.#current = started;
      this.#next = null;
      // Sent only now, because the page before would take the event with it.
      if (problem !== null) this.options.platform.emit(problem);
    };
    try {
      await this.options.reloadPage(takeOver);
      await this.#sendWaitingFiles();
    } catch (error) {
      if (this.#next === started) takeOver();
      this.options.platform.log.error('the page could not be loaded again', error);
    }
  }

  async #answer(...call: Parameters<Dispatch>): ReturnType<Dispatch> {
    return (await (await this.#current)?.core.dispatch(...call)) ?? windowClosed;
  }

  /** Waits for the calls that are being answered, but not for ever: one may wait for a dialog. */
  async #waitForAnswers(): Promise<void> {
    let cancelTimeout = () => {};
    const timeout = new Promise<void>((resolve) => {
      cancelTimeout = this.options.platform.schedule(maxAnswerMs, resolve);
    });
    await Promise.race([timeout, Promise.all(this.#answering)]);
    cancelTimeout();
  }

  async #start(next: NextLibrary): Promise<StartedCore> {
    const { platform, getFolders, reloadPage: _, ...coreOptions } = this.options;
    const folders = getFolders();
    const { location, error } = await openNextLibrary(next, folders.userDataFolder, platform);
    const started = { ...platform, ...folders, libraryFolder: location.folder, location };
    const problem =
      error === null ? null : createProblemEvent(error, 'The library could not be opened.', platform.log);
    return { core: createCore(started, coreOptions), location, problem };
  }

  async #sendWaitingFiles(): Promise<void> {
    const started = await this.#current;
    if (started?.location.state !== 'open') return;
    for (const path of this.#waitingPaths.splice(0))
      this.options.platform.emit({
        type: 'fileOpened',
        file: (await started.core.services()).addOpenedFile(path),
      });
  }
}
