import type { SearchResult, SearchWork, SearchWorker } from '#main/worker/search/search-engine.ts';
import type { JobRunner } from '../base/job-runner.ts';

/** A message of the worker: the answer of the job with this number, or the error with which it failed. */
type Message<R> = { number: number } & ({ result: R } | { error: unknown });

/** Calls the functions of the search in its worker. */
export class SearchWorkerClient implements SearchWorker {
  /** Rejects the calls that wait for an answer. */
  readonly #waiting = new Set<(error: unknown) => void>();
  #lastNumber = 0;
  #ended: unknown = null;

  constructor(private readonly runner: JobRunner) {
    runner.once('error', (error) => this.#fail(error));
    runner.once('exit', (code) => this.#fail(new Error(`the search ended with ${code}`)));
  }

  load: SearchWorker['load'] = (...args) => this.#call('load', args);

  put: SearchWorker['put'] = (...args) => this.#call('put', args);

  remove: SearchWorker['remove'] = (...args) => this.#call('remove', args);

  query: SearchWorker['query'] = (...args) => this.#call('query', args);

  measure: SearchWorker['measure'] = (...args) => this.#call('measure', args);

  end(): void {
    this.#fail(new Error('the search was ended'));
    this.runner.end();
  }

  #call<N extends keyof SearchWork>(work: N, args: Parameters<SearchWork[N]>): Promise<SearchResult<N>> {
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    return new Promise((resolve, reject) => {
      if (this.#ended !== null) return reject(this.#ended);
      const listen = (message: Message<SearchResult<N>>) => {
        if (message.number !== number) return;
        this.runner.off('message', listen);
        this.#waiting.delete(reject);
        if ('result' in message) resolve(message.result);
        else reject(message.error);
      };
      this.#waiting.add(reject);
      this.runner.on('message', listen);
      this.runner.postMessage({ number, work, args });
    });
  }

  #fail(error: unknown): void {
    this.#ended ??= error;
    for (const reject of this.#waiting) reject(error);
    this.#waiting.clear();
  }
}
