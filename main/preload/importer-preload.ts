import { contextBridge, ipcRenderer } from 'electron';
import {
  type ImporterBridge,
  type ImporterJob,
  type ImporterTask,
  importerChannels,
  pieceSize,
} from '../../shared/contract/importer-bridge';

async function job(): Promise<ImporterJob> {
  const { length, ...task }: ImporterTask = await ipcRenderer.invoke(importerChannels.job);
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += pieceSize)
    bytes.set(await ipcRenderer.invoke(importerChannels.piece, at), at);
  return { ...task, bytes };
}

const told = (done: number, total: number) => ipcRenderer.send(importerChannels.progress, done, total);

const bridge: ImporterBridge = Object.freeze({
  work: async (worker: Parameters<ImporterBridge['work']>[0]) =>
    ipcRenderer.send(importerChannels.answer, await worker(await job(), told)),
});

contextBridge.exposeInMainWorld('importer', bridge);
