import { Worker } from 'node:worker_threads';

/** The name of the processes that do heavy work. Main ends them itself, so their end is no error. */
export const workerName = 'Stet worker';

/** A worker: a process, or a thread in tests, that runs jobs one after the other and answers each message with messages. */
export interface JobRunner {
  postMessage(message: unknown): void;
  // The program beside this file is our own, so its messages are what its types say.
  on<M>(event: 'message', listener: (message: M) => void): unknown;
  off<M>(event: 'message', listener: (message: M) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
  once(event: 'error', listener: (error: unknown) => void): unknown;
  removeAllListeners(event: string): unknown;
  /** Ends it, also in the middle of a job. `exit` follows. */
  end(): void;
}

/**
 * Starts a thread of this process. `program` is the absolute path of the built `pool-worker` or `search-worker`; with a limit of its
 * heap, in megabytes, the thread ends when it needs more.
 */
export function startThread(program: string, maxHeapMb?: number): JobRunner {
  const worker = new Worker(program, {
    ...(maxHeapMb !== undefined && { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } }),
  });
  return Object.assign(worker, { end: () => void worker.terminate() });
}
