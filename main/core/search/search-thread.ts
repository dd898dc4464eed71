import type { SearchWork } from './search-engine';

/** The thread of the search, which holds the index in memory until it is ended. Its calls reject when it has ended. */
export type SearchThread = {
  [N in keyof SearchWork]: (...args: Parameters<SearchWork[N]>) => Promise<SearchResult<N>>;
} & { end(): void };

export type SearchResult<N extends keyof SearchWork> = Awaited<ReturnType<SearchWork[N]>>;

/** A call as it is sent to the thread. Calls are answered by their number, because one that takes long does not hold up the others. */
export type SearchJob = {
  [N in keyof SearchWork]: { number: number; work: N; args: Parameters<SearchWork[N]> };
}[keyof SearchWork];

export type SearchMessage = { number: number } & ({ result: unknown } | { error: unknown });

/** Runs a job in the thread. */
export async function runSearchJob(engine: SearchWork, job: SearchJob) {
  switch (job.work) {
    case 'load':
      return engine.load(...job.args);
    case 'put':
      return engine.put(...job.args);
    case 'remove':
      return engine.remove(...job.args);
    case 'query':
      return engine.query(...job.args);
    case 'measure':
      return engine.measure();
  }
}
