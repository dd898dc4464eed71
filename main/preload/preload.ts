import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, channels } from '#shared/contract/bridge.ts';

const listeners = new Set<(event: unknown) => void>();
// Events that arrive before the page listens.
const pending: unknown[] = [];

ipcRenderer.on(channels.event, (_event, event: unknown) => {
  if (listeners.size === 0) pending.push(event);
  for (const listener of listeners) listener(event);
});

const bridge: Bridge = Object.freeze({
  call: (name: string, input: unknown) => ipcRenderer.invoke(channels.call, name, input),
  listen: (listener: (event: unknown) => void) => {
    listeners.add(listener);
    for (const event of pending.splice(0)) listener(event);
    return () => {
      listeners.delete(listener);
    };
  },
});

contextBridge.exposeInMainWorld('stet', bridge);
