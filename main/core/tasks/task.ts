/** The part of a task that its work uses: it notices a cancellation and reports progress. */
export interface Task {
  /** Aborts when the task is cancelled. */
  signal: AbortSignal;
  /** Reports progress in bytes or other steps. Cheap to call often: the window is notified at most every 100 ms. */
  reportProgress(name: string, done: number, total: number): void;
}
