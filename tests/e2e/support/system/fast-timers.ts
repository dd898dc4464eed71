/** The app or one of its pages. */
interface TimerHost {
  evaluate(run: () => void): Promise<void>;
}

declare global {
  var stetSlowTimeout: typeof setTimeout | undefined;
}

/** Runs `act` while timeouts of a second or more take a fifth of their time, so that a test need not wait for a long one. */
export async function withFastTimers<T>(host: TimerHost, act: () => Promise<T>): Promise<T> {
  await host.evaluate(() => {
    const slow = globalThis.setTimeout;
    globalThis.stetSlowTimeout = slow;
    const fast = (task: () => void, delayMs = 0, ...args: []) =>
      slow(task, delayMs < 1_000 ? delayMs : delayMs / 5, ...args);
    globalThis.setTimeout = Object.assign(fast, slow);
  });
  try {
    return await act();
  } finally {
    await host.evaluate(() => {
      if (globalThis.stetSlowTimeout) globalThis.setTimeout = globalThis.stetSlowTimeout;
    });
  }
}
