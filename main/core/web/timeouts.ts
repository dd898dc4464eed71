import { abortable } from '../tasks/abortable';
import { silent, tooSlow } from './web-messages';

export interface Patience {
  /** Milliseconds for everything. */
  whole: number;
  /** Milliseconds in which nothing is heard. */
  silence: number;
}

/**
 * Does work that ends when the signal aborts, with its reason, and when it takes too long, with a `StetError` that says so.
 * The work calls `heard` as often as it hears something. The signal it is given aborts in the end in any case, so that nothing
 * it opened stays open.
 */
export async function withPatience<T>(
  { whole, silence }: Patience,
  signal: AbortSignal,
  work: (signal: AbortSignal, heard: () => void) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const over = new AbortController();
  const end = setTimeout(() => over.abort(tooSlow(whole)), whole);
  const lull = setTimeout(() => over.abort(silent(silence)), silence);
  const callOff = () => over.abort(signal.reason);
  signal.addEventListener('abort', callOff, { once: true });
  try {
    const working = work(over.signal, () => lull.refresh());
    return await abortable(over.signal, working);
  } finally {
    clearTimeout(end);
    clearTimeout(lull);
    signal.removeEventListener('abort', callOff);
    over.abort();
  }
}
