import type { ElectronApplication } from '@playwright/test';

/** A user's answers to the system's dialogs. A dialog without an answer is cancelled. */
export interface DialogAnswers {
  /** The files chosen in an open dialog. */
  open?: string | readonly string[];
  /** The path chosen in a save dialog. */
  save?: string;
  /** The index of the button pressed in a message box. */
  button?: number;
}

declare global {
  var stetShownDialogs: unknown[] | undefined;
  var stetSystemFunctions:
    | { dialog: Electron.Dialog; shell: Electron.Shell; path: string | undefined }
    | undefined;
}

/** Answers the system's dialogs from now on, until `restoreSystemFunctions` or the end of the process. */
export function answerDialogs(app: ElectronApplication, answers: DialogAnswers): Promise<void> {
  return app.evaluate(({ dialog }, { open, save, button }) => {
    const shown: unknown[] = [];
    globalThis.stetShownDialogs = shown;
    const addOptions = (args: unknown[]) => shown.push(args.at(-1));
    dialog.showOpenDialog = async (...args: unknown[]) => {
      addOptions(args);
      return { canceled: open === undefined, filePaths: [open ?? []].flat() };
    };
    dialog.showSaveDialog = async (...args: unknown[]) => {
      addOptions(args);
      return { canceled: save === undefined, filePath: save ?? '' };
    };
    dialog.showMessageBox = async (...args: unknown[]) => {
      addOptions(args);
      return { response: button ?? 1, checkboxChecked: false };
    };
  }, answers);
}

/** The options of all dialogs shown since `answerDialogs`. */
export function getShownDialogs(app: ElectronApplication): Promise<unknown[]> {
  return app.evaluate(() => globalThis.stetShownDialogs ?? []);
}

/** Saves the real functions of Electron's `dialog` and `shell` for `restoreSystemFunctions`. */
export function saveSystemFunctions(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ dialog, shell }) => {
    globalThis.stetSystemFunctions = {
      dialog: { ...dialog },
      shell: { ...shell },
      path: process.env.PATH,
    };
  });
}

/** Restores the functions of `dialog` and `shell`, and the programs, that a spec replaced. */
export function restoreSystemFunctions(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ dialog, shell }) => {
    Object.assign(dialog, globalThis.stetSystemFunctions?.dialog);
    Object.assign(shell, globalThis.stetSystemFunctions?.shell);
    if (globalThis.stetSystemFunctions) process.env.PATH = globalThis.stetSystemFunctions.path;
    globalThis.stetShownDialogs = undefined;
  });
}
