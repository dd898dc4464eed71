type SerialQueue = <T>(task: () => T | Promise<T>) => Promise<T>;

/** Runs tasks one after the other, in the order given; one that fails does not keep the next from running. */
export function serialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
