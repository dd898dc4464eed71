import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, channels } from '../../shared/contract/bridge';

const listeners = new Set<(event: unknown) => void>();
// What main tells before the page is ready to hear it.
const early: unknown[] = [];

ipcRenderer.on(channels.event, (_event, told: unknown) => {
  if (listeners.size === 0) early.push(told);
  for (const listener of listeners) listener(told);
});

const bridge: Bridge = Object.freeze({
  call: (name: string, input: unknown) => ipcRenderer.invoke(channels.call, name, input),
  listen: (listener: (event: unknown) => void) => {
    listeners.add(listener);
    for (const told of early.splice(0)) listener(told);
    return () => {
      listeners.delete(listener);
    };
  },
});

contextBridge.exposeInMainWorld('stet', bridge);
