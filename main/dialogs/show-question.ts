import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';

/** The window that a dialog is modal to; null when none is open. */
export type GetWindow = () => BrowserWindow | null;

/** Shows a message box; resolves to the index of the pressed button. */
export async function showQuestion(current: GetWindow, options: MessageBoxOptions): Promise<number> {
  const window = current();
  const { response } = window
    ? await dialog.showMessageBox(window, options)
    : await dialog.showMessageBox(options);
  return response;
}
