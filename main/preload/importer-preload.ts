import { contextBridge, ipcRenderer } from 'electron';
import {
  type ChunkedPart,
  type ImporterBridge,
  type ImporterJob,
  type ImporterReporter,
  type ImporterTask,
  importerChannels,
  importerChunkBytes,
} from '#shared/contract/importer-bridge.ts';

async function fetchPart(part: ChunkedPart, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let offset = 0; offset < length; offset += importerChunkBytes)
    bytes.set(await ipcRenderer.invoke(importerChannels.chunk, part, offset), offset);
  return bytes;
}

async function fetchJob(): Promise<ImporterJob> {
  const { length, ...task }: ImporterTask = await ipcRenderer.invoke(importerChannels.job);
  if (task.kind !== 'wordReport') return { ...task, bytes: await fetchPart('bytes', length) };
  const plan = await fetchPart('plan', task.planLength);
  return { kind: task.kind, plan, bytes: await fetchPart('bytes', length) };
}

const reporter: ImporterReporter = {
  reportProgress: (done, total) => ipcRenderer.send(importerChannels.progress, done, total),
  reportError: (error) => ipcRenderer.send(importerChannels.error, error),
};

const bridge: ImporterBridge = Object.freeze({
  work: async (worker: Parameters<ImporterBridge['work']>[0]) =>
    ipcRenderer.send(importerChannels.answer, await worker(await fetchJob(), reporter)),
});

contextBridge.exposeInMainWorld('importer', bridge);
