import { utilityProcess } from 'electron';
import type { JobRunner } from './job-runner';
import { workerName } from './worker-name';

/**
 * Starts a process of its own, so that what a job holds is no memory of main's, and is given back when the process ends. `program` is the
 * absolute path of the built `thread-worker` or `search-worker`, `options` are options of V8.
 */
export function startProcess(program: string, options: string[] = []): JobRunner {
  const child = utilityProcess.fork(program, [], { serviceName: workerName, execArgv: options });
  return Object.assign(child, { end: () => void child.kill() });
}
