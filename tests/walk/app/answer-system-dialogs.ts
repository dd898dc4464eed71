import type { Stet } from '../../e2e/support/electron/stet';

/** Every dialog of the system is cancelled from now on, but for where to save, if that is given. */
export function answerSystemDialogs(stet: Stet, savePath = ''): Promise<void> {
  return stet.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = async () => ({ canceled: path === '', filePath: path });
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
  }, savePath);
}
