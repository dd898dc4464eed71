import type { ElectronApplication } from '@playwright/test';

/** What a person would answer; a dialog without an answer is cancelled. */
export interface DialogAnswers {
  /** The file picked to be opened, or all that are. */
  open?: string | readonly string[];
  /** Where to save. */
  save?: string;
  /** The index of the button pressed in a message box. */
  box?: number;
}

declare global {
  var stetAsked: unknown[] | undefined;
  var stetSystem: { dialog: Electron.Dialog; shell: Electron.Shell } | undefined;
}

/** Answers the system's dialogs from now on, until `restoreSystem` or the end of the process. */
export function answerDialogs(app: ElectronApplication, answers: DialogAnswers): Promise<void> {
  return app.evaluate(({ dialog }, { open, save, box }) => {
    const asked: unknown[] = [];
    globalThis.stetAsked = asked;
    const note = (args: unknown[]) => asked.push(args.at(-1));
    dialog.showOpenDialog = async (...args: unknown[]) => {
      note(args);
      return { canceled: open === undefined, filePaths: [open ?? []].flat() };
    };
    dialog.showSaveDialog = async (...args: unknown[]) => {
      note(args);
      return { canceled: save === undefined, filePath: save ?? '' };
    };
    dialog.showMessageBox = async (...args: unknown[]) => {
      note(args);
      return { response: box ?? 1, checkboxChecked: false };
    };
  }, answers);
}

/** The options of every dialog shown since they are answered. */
export function askedDialogs(app: ElectronApplication): Promise<unknown[]> {
  return app.evaluate(() => globalThis.stetAsked ?? []);
}

/** Keeps the system's dialogs and openers as they are, for `restoreSystem`. */
export function keepSystem(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ dialog, shell }) => {
    globalThis.stetSystem = { dialog: { ...dialog }, shell: { ...shell } };
  });
}

/** Takes back what a spec put in place of the system's dialogs and openers. */
export function restoreSystem(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ dialog, shell }) => {
    Object.assign(dialog, globalThis.stetSystem?.dialog);
    Object.assign(shell, globalThis.stetSystem?.shell);
    globalThis.stetAsked = undefined;
  });
}
