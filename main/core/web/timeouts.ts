import { rejectOnAbort } from '../tasks/abort-signals';
import { idleTimeoutError, totalTimeoutError } from './web-messages';

export interface Timeouts {
  /** Longest time for everything, in milliseconds. */
  totalMs: number;
  /** Longest time without any data, in milliseconds. */
  idleMs: number;
}

/**
 * Runs work that ends when the signal aborts, with its reason, and when it takes too long, with a `StetError` that says so.
 * The work calls `onActivity` whenever data come. The signal that it gets always aborts in the end, so that nothing it opened
 * stays open.
 */
export async function withTimeouts<T>(
  { totalMs, idleMs }: Timeouts,
  signal: AbortSignal,
  work: (signal: AbortSignal, onActivity: () => void) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const totalTimer = setTimeout(() => controller.abort(totalTimeoutError(totalMs)), totalMs);
  const idleTimer = setTimeout(() => controller.abort(idleTimeoutError(idleMs)), idleMs);
  const abort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await rejectOnAbort(
      controller.signal,
      work(controller.signal, () => idleTimer.refresh()),
    );
  } finally {
    clearTimeout(totalTimer);
    clearTimeout(idleTimer);
    signal.removeEventListener('abort', abort);
    controller.abort();
  }
}
