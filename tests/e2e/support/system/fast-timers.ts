/** The app or one of its pages. */
interface Clocked {
  evaluate(run: () => void): Promise<void>;
}

declare global {
  var stetSlowTimeout: typeof setTimeout | undefined;
}

/** Does something while waits of a second and more take a fifth of their time, so that nobody waits for a long one to end. */
export async function whileTimeFlies<T>(clocked: Clocked, act: () => Promise<T>): Promise<T> {
  await clocked.evaluate(() => {
    const slow = globalThis.setTimeout;
    globalThis.stetSlowTimeout = slow;
    const quick = (task: () => void, milliseconds = 0, ...given: []) =>
      slow(task, milliseconds < 1_000 ? milliseconds : milliseconds / 5, ...given);
    globalThis.setTimeout = Object.assign(quick, slow);
  });
  try {
    return await act();
  } finally {
    await clocked.evaluate(() => {
      if (globalThis.stetSlowTimeout) globalThis.setTimeout = globalThis.stetSlowTimeout;
    });
  }
}
