import { parentPort } from 'node:worker_threads';
import {
  createSearchEngine,
  runSearchJob,
  type SearchJob,
  type SearchMessage,
} from './search/search-engine.ts';

/** The port to main in a process of its own; undefined in a thread, which has `parentPort`. */
const processPort: Electron.ParentPort | undefined = process.parentPort;

const engine = createSearchEngine();

function send(message: SearchMessage): void {
  (processPort ?? parentPort)?.postMessage(message);
}

/** Runs a job and answers. */
async function answer(job: SearchJob): Promise<void> {
  const { number } = job;
  try {
    send({ number, result: await runSearchJob(engine, job) });
  } catch (error) {
    send({ number, error });
  }
}

processPort?.on('message', ({ data }) => void answer(data));
parentPort?.on('message', (job: SearchJob) => void answer(job));
