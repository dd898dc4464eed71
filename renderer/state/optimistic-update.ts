interface Store<T> {
  getState(): T;
  setState(change: Partial<T>): void;
}

/**
 * An update of a stored value that shows at once. `send` resolves to the whole value as it is stored now, or to null when the
 * change could not be stored; the change is taken back then. Changes may follow each other before the first one is answered.
 */
export function createOptimisticUpdate<T>(
  shown: Store<T>,
  send: (change: Partial<T>) => Promise<T | null>,
): (change: Partial<T>) => Promise<void> {
  let stored = shown.getState();
  let unanswered = 0;
  return async (change) => {
    if (unanswered === 0) stored = shown.getState();
    unanswered += 1;
    shown.setState(change);
    stored = (await send(change)) ?? stored;
    unanswered -= 1;
    // While newer changes are unanswered, this answer lacks them, and showing it would undo them for a moment.
    if (unanswered === 0) shown.setState(stored);
  };
}
