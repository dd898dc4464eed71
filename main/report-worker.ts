import { parentPort, workerData } from 'node:worker_threads';
import { makeReport } from '../shared/reports/make-report';

// One report a thread: its job comes with the thread, its answer is the only message.
parentPort?.postMessage(makeReport(workerData));
