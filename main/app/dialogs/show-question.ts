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

interface Choice extends Pick<MessageBoxOptions, 'type' | 'message' | 'detail'> {
  button: string;
  /** Whether Enter presses it; otherwise Enter cancels. */
  isSafe: boolean;
}

/** Asks whether to go on; false when it was cancelled. */
export async function askOrCancel(
  current: GetWindow,
  { button, isSafe, ...question }: Choice,
): Promise<boolean> {
  const buttons = { buttons: [button, 'Cancel'], defaultId: isSafe ? 0 : 1, cancelId: 1 };
  return (await showQuestion(current, { ...question, ...buttons })) === 0;
}
