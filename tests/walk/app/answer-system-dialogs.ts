import type { Stet } from '../../e2e/support/electron/stet';

/** Cancels every dialog of the system from now on; a dialog to save gets the path, if there is one. */
export function answerSystemDialogs(stet: Stet, savePath = ''): Promise<void> {
  return stet.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = async () => ({ canceled: path === '', filePath: path });
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
  }, savePath);
}
