/** Functions that run inside the window. Each stands alone: it is sent there as its own text. */

declare global {
  var stetFrames: { longest: number; over: boolean } | undefined;
}

interface TimedTask {
  name: string;
  input: { taskId: string };
  /** In milliseconds. */
  timeoutMs: number;
}

/** Measures from now on, in milliseconds, how long the window goes without making a frame. */
export function startWatchingFrames(): Promise<void> {
  const frames = { longest: 0, over: false };
  globalThis.stetFrames = frames;
  return new Promise((resolve) => {
    requestAnimationFrame((first) => {
      let last = first;
      const frame = (now: number) => {
        frames.longest = Math.max(frames.longest, now - last);
        last = now;
        if (!frames.over) requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      resolve();
    });
  });
}

/** The longest frame since `startWatchingFrames`, in milliseconds; the frame that is being made counts. */
export function stopWatchingFrames(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const frames = globalThis.stetFrames;
        if (frames) frames.over = true;
        resolve(frames?.longest ?? 0);
      }),
    );
  });
}

/**
 * Milliseconds from the window's call of a task until its answer is there, and the answer; after `limit` milliseconds it is
 * cancelled, and the answer is null.
 */
export async function timeTask({
  name,
  input,
  timeoutMs: limit,
}: TimedTask): Promise<{ took: number; answer: unknown }> {
  const start = performance.now();
  const { taskId } = input;
  const timer = setTimeout(() => void window.stet.call('task.cancel', { taskId }), limit);
  const answer: unknown = await window.stet.call(name, input);
  clearTimeout(timer);
  return { took: performance.now() - start, answer };
}

/** Resolves after so many milliseconds in which nothing happens. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
