import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { ReportFormat } from '../shared/domain/report-options';
import type { Dialogs } from './core/platform';
import { closingWords, type Unfinished } from './core/window/closing-messages';

const anyFile = { name: 'All files', extensions: ['*'] };

const articles = [
  {
    name: 'Articles (Word, PDF, web page, Markdown, text)',
    extensions: ['docx', 'pdf', 'html', 'htm', 'xhtml', 'mhtml', 'mht', 'md', 'markdown', 'txt', 'text'],
  },
  anyFile,
];

const reports: Record<ReportFormat, Electron.FileFilter> = {
  html: { name: 'Web page', extensions: ['html'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  markdown: { name: 'Markdown', extensions: ['md'] },
  json: { name: 'JSON', extensions: ['json'] },
};

type CurrentWindow = () => BrowserWindow | null;

/** Asks with a box of the system; the number of the button that was pressed. */
async function ask(current: CurrentWindow, options: MessageBoxOptions): Promise<number> {
  const window = current();
  const { response } = window
    ? await dialog.showMessageBox(window, options)
    : await dialog.showMessageBox(options);
  return response;
}

/** Asks for files with the system's dialog; their absolute paths, none when it was cancelled. */
async function choose(current: CurrentWindow, options: Electron.OpenDialogOptions): Promise<string[]> {
  const window = current();
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  return canceled ? [] : filePaths;
}

/** The system's own dialogs, over the window. */
export function systemDialogs(current: CurrentWindow): Dialogs {
  return {
    async openFiles(folder) {
      const paths = await choose(current, {
        title: 'Open articles',
        defaultPath: folder,
        filters: articles,
        properties: ['openFile', 'multiSelections'],
      });
      return paths.length === 0 ? null : paths;
    },
    async attachFiles(folder) {
      const paths = await choose(current, {
        title: 'Attach files',
        defaultPath: folder,
        filters: [anyFile],
        properties: ['openFile', 'multiSelections'],
      });
      return paths.length === 0 ? null : paths;
    },
    async saveFile(proposed, format) {
      const window = current();
      const options: Electron.SaveDialogOptions = {
        title: 'Export the report',
        defaultPath: proposed,
        filters: [reports[format]],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const { canceled, filePath } = window
        ? await dialog.showSaveDialog(window, options)
        : await dialog.showSaveDialog(options);
      return canceled || !filePath ? null : filePath;
    },
    async confirmFetch({ host, href }) {
      const response = await ask(current, {
        type: 'question',
        message: `Fetch a page from ${host}?`,
        detail: `Stet asks for this page alone, follows at most five redirects, and sends nothing of yours along:\n${href}`,
        buttons: ['Fetch', 'Cancel'],
        defaultId: 0,
        cancelId: 1,
      });
      return response === 0;
    },
    async confirmLink({ host, href }) {
      const response = await ask(current, {
        type: 'question',
        message: `Open ${host}?`,
        detail: `This leaves Stet:\n${href}`,
        buttons: ['Open', 'Cancel'],
        defaultId: 0,
        cancelId: 1,
      });
      return response === 0;
    },
  };
}

/** Asks before something would be lost; `unfinished` is null when the page does not answer. Whether to close all the same. */
export async function confirmClose(current: CurrentWindow, unfinished: Unfinished | null): Promise<boolean> {
  const response = await ask(current, {
    type: 'warning',
    ...closingWords(unfinished),
    buttons: ['Keep open', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Says that the page crashed; whether to load it again. */
export async function offerReload(current: CurrentWindow): Promise<boolean> {
  const response = await ask(current, {
    type: 'error',
    message: 'The page stopped working.',
    detail: 'Every edit that was shown as saved is safe.',
    buttons: ['Load it again', 'Close'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
