export type SerialQueue = <T>(task: () => T | Promise<T>) => Promise<T>;

/** Creates a queue that runs tasks one after the other, in the order of the calls. A task that fails does not stop the next. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
