import type { WaitingFile } from '../../shared/contract/commands/import-commands';
import { startCommands } from '../../shared/contract/commands/start-commands';
import { failure } from '../../shared/contract/result';
import type { CoreOptions } from './core-options';
import { createDispatcher, type Dispatch } from './dispatcher';
import { ClosingError } from './errors/closing-error';
import { createStartHandlers } from './handlers/start';
import { once } from './once';
import type { Platform } from './platform';
import { openSettingsStore } from './storage/settings/settings-store';
import { chooseTheme, type Theme } from './window/choose-theme';
import { pickShownSettings, type ShownSettings } from './window/shown-settings';

export interface Core {
  dispatch: Dispatch;
  /** Adds a file on the disk to those that wait to be opened as articles. */
  addOpenedFile(path: string): Promise<WaitingFile>;
  /** Begins to open the library, so that it is ready when the page asks for it. Never throws: the page learns of failures. */
  prepare(): void;
  /** The settings to show in the menu bar. */
  getShownSettings(): Promise<ShownSettings>;
  /** Stores a theme chosen in the menu bar and notifies the window. Resolves to the theme to show. Never rejects. */
  chooseTheme(theme: Theme): Promise<Theme>;
  /** Discards the imports of a page that crashed: no other page knows their ids. Its tasks, such as an export, go on. */
  discardImports(): Promise<void>;
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
 * answers everything else; it is loaded once that list was asked for. `window/` is what the window's shell needs.
 */
export function createCore(platform: Platform, options: CoreOptions): Core {
  const startedAt = Date.now();
  const settings = once(() => openSettingsStore(platform, startedAt));
  const services = once(async () => {
    const { createServices } = await import('./services');
    return createServices(platform, settings, options);
  });
  const dispatch = createDispatcher({
    commands: startCommands,
    handlers: createStartHandlers(platform, settings),
    isTrusted: options.isTrusted,
    log: platform.log,
    others: async (...call) => (await services()).dispatch(...call),
  });
  let isClosed = false;
  return {
    async dispatch(...call) {
      if (!isClosed) return dispatch(...call);
      const { code, message } = new ClosingError();
      return failure(code, message);
    },
    addOpenedFile: async (path) => (await services()).addOpenedFile(path),
    prepare() {
      services().then(
        (loaded) => loaded.prepare(),
        () => undefined,
      );
    },
    getShownSettings: async () => pickShownSettings((await settings()).current()),
    chooseTheme: async (theme) => chooseTheme(theme, await settings(), platform),
    discardImports: async () => (await services.current())?.discardImports(),
    async close() {
      isClosed = true;
      await (await services.current())?.close();
      await (await settings.current())?.waitForWrites();
    },
  };
}
