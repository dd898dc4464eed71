import { type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron';
import { channels } from '../shared/contract/bridge';
import type { Dispatch, Sender } from './core/dispatcher';
import { originOf, ourOrigin } from './page/origin';
import type { MainWindow } from './windows/main-window';

/** Who sent this, as Electron knows it. A frame may be gone by now, and asking it then throws. */
function senderOf(
  { sender, senderFrame }: IpcMainInvokeEvent,
  isOurs: (frame: WebFrameMain) => boolean,
): Sender {
  try {
    if (!senderFrame || sender.isDestroyed()) return { mainFrameOfOurWindow: false, origin: '' };
    return { mainFrameOfOurWindow: isOurs(senderFrame), origin: originOf(senderFrame.url) };
  } catch {
    return { mainFrameOfOurWindow: false, origin: '' };
  }
}

export function isTrusted({ mainFrameOfOurWindow, origin }: Sender): boolean {
  return mainFrameOfOurWindow && origin === ourOrigin;
}

/** Lets the page call main: one channel, and every call goes through the dispatcher. */
export function answerCalls(dispatch: Dispatch, window: MainWindow): void {
  ipcMain.handle(channels.call, (event, name: unknown, input: unknown) => {
    const isOurs = (frame: WebFrameMain) => frame.parent === null && window.isShownBy(event.sender);
    return dispatch(senderOf(event, isOurs), name, input);
  });
}
