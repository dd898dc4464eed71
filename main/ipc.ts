import { type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron';
import { channels } from '../shared/contract/bridge';
import type { Dispatch, Sender } from './core/dispatcher';
import { getOrigin, windowOrigin } from './page/origin';
import type { MainWindow } from './windows/main-window';

/** The sender of a call, as Electron knows it. A frame that is gone throws when it is asked. */
function getSender(
  { sender, senderFrame }: IpcMainInvokeEvent,
  isOurs: (frame: WebFrameMain) => boolean,
): Sender {
  try {
    if (!senderFrame || sender.isDestroyed()) return { mainFrameOfOurWindow: false, origin: '' };
    return { mainFrameOfOurWindow: isOurs(senderFrame), origin: getOrigin(senderFrame.url) };
  } catch {
    return { mainFrameOfOurWindow: false, origin: '' };
  }
}

export function isTrusted({ mainFrameOfOurWindow, origin }: Sender): boolean {
  return mainFrameOfOurWindow && origin === windowOrigin;
}

/** Lets the page call main through one channel; every call goes through the dispatcher. */
export function handleCalls(dispatch: Dispatch, window: MainWindow): void {
  ipcMain.handle(channels.call, async (event, name: unknown, input: unknown) => {
    const isOurs = (frame: WebFrameMain) => frame.parent === null && window.isShownBy(event.sender);
    return JSON.stringify(await dispatch(getSender(event, isOurs), name, input));
  });
}
