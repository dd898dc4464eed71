import { dialog } from 'electron';
import type { Dialogs } from '#main/core/ports/window-shell.ts';
import { reportFormatTraits } from '#shared/domain/settings/report-options.ts';
import { readableExtensions } from '#shared/import/readable-formats.ts';
import { formatHolder } from '#shared/text/format/wording.ts';
import { askOrCancel, type GetWindow } from './show-question.ts';

const anyFile = { name: 'All files', extensions: ['*'] };

const articleFilters = [
  {
    name: 'Articles (documents, PDF, web pages, mail, subtitles, text)',
    extensions: [...readableExtensions],
  },
  anyFile,
];

/** Shows the system's open dialog; resolves to absolute paths, none when it was cancelled. */
async function pickFiles(current: GetWindow, options: Electron.OpenDialogOptions): Promise<string[]> {
  const window = current();
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  return canceled ? [] : filePaths;
}

/** Asks where to save a file. Resolves to null when the reviewer cancels. */
async function chooseTarget(
  current: GetWindow,
  chosen: Pick<Electron.SaveDialogOptions, 'title' | 'defaultPath' | 'filters'>,
): Promise<string | null> {
  const window = current();
  const options: Electron.SaveDialogOptions = {
    ...chosen,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  return canceled || !filePath ? null : filePath;
}

export function createSystemDialogs(current: GetWindow): Dialogs {
  return {
    async openFiles(folder) {
      const paths = await pickFiles(current, {
        title: 'Open articles',
        defaultPath: folder,
        filters: articleFilters,
        properties: ['openFile', 'multiSelections'],
      });
      return paths.length === 0 ? null : paths;
    },
    async attachFiles(folder) {
      const paths = await pickFiles(current, {
        title: 'Attach files',
        defaultPath: folder,
        filters: [anyFile],
        properties: ['openFile', 'multiSelections'],
      });
      return paths.length === 0 ? null : paths;
    },
    saveFile: (proposed, format) => {
      const { name, extensions } = reportFormatTraits[format].file;
      return chooseTarget(current, {
        title: 'Export the report',
        defaultPath: proposed,
        filters: [{ name, extensions: [...extensions] }],
      });
    },
    saveCopy: (proposed) =>
      chooseTarget(current, { title: 'Save a copy', defaultPath: proposed, filters: [anyFile] }),
    confirmFetch: ({ host, href }) =>
      askOrCancel(current, {
        type: 'question',
        message: `Fetch a page from ${host}?`,
        detail: `Stet asks for this page alone, follows at most five redirects, and sends none of your data with it:\n${href}`,
        button: 'Fetch',
        isSafe: true,
      }),
    confirmTakeOver: (holder) =>
      askOrCancel(current, {
        type: 'warning',
        message: `Edit this library here, and no longer ${holder ? formatHolder(holder) : 'where it is open'}?`,
        detail:
          'The other Stet has given no sign of life for half a minute. If it runs after all, it can write nothing any more: ' +
          'what is not saved there stays in its window.',
        button: 'Edit here',
        isSafe: false,
      }),
    confirmRemoval: ({ removed, total }) =>
      askOrCancel(current, {
        type: 'warning',
        message: `Delete ${removed} of ${total} claims?`,
        detail:
          'Their verdicts, notes and evidence go with them. Undo brings them back; after an undo, redo does.',
        button: 'Delete',
        isSafe: false,
      }),
    confirmLegalReport: (confidentialCount) =>
      askOrCancel(current, {
        type: 'warning',
        message:
          confidentialCount === 0
            ? 'Save for legal review?'
            : 'This report names your confidential sources. Save for legal review?',
        detail:
          'It has all notes as well, and is not searched for what is confidential. Nobody but lawyers should get it.',
        button: 'Save for legal review',
        isSafe: false,
      }),
    confirmLink: ({ host, href }) =>
      askOrCancel(current, {
        type: 'question',
        message: `Open ${host}?`,
        detail: `This leaves Stet:\n${href}`,
        button: 'Open',
        isSafe: true,
      }),
    async chooseFolder({ title, button, startFolder }) {
      const [folder] = await pickFiles(current, {
        title,
        buttonLabel: button,
        defaultPath: startFolder,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      return folder ?? null;
    },
    confirmNewLibrary: (folder) =>
      askOrCancel(current, {
        type: 'question',
        message: 'Start a new library in this folder?',
        detail: `The folder is empty:\n${folder}`,
        button: 'Start a new library',
        isSafe: false,
      }),
  };
}
