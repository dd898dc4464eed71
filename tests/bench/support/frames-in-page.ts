/** Functions that run inside the window. They are sent there as source text, so each of them is self-contained. */

declare global {
  var stetFrames: { longestMs: number; isOver: boolean } | undefined;
}

interface TimedTask {
  name: string;
  input: { taskId: string };
  timeoutMs: number;
}

/** Starts to measure the longest time between two frames of the window. */
export function startWatchingFrames(): Promise<void> {
  const frames = { longestMs: 0, isOver: false };
  globalThis.stetFrames = frames;
  return new Promise((resolve) => {
    requestAnimationFrame((first) => {
      let last = first;
      const onFrame = (now: number) => {
        frames.longestMs = Math.max(frames.longestMs, now - last);
        last = now;
        if (!frames.isOver) requestAnimationFrame(onFrame);
      };
      requestAnimationFrame(onFrame);
      resolve();
    });
  });
}

/** Resolves to the longest time between two frames since `startWatchingFrames`, including the current frame. */
export function stopWatchingFrames(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const frames = globalThis.stetFrames;
        if (frames) frames.isOver = true;
        resolve(frames?.longestMs ?? 0);
      }),
    );
  });
}

/** Runs a task of main, and resolves to its duration and its answer. After the timeout it is cancelled, and the answer is null. */
export async function timeTask({
  name,
  input,
  timeoutMs,
}: TimedTask): Promise<{ durationMs: number; answer: unknown }> {
  const start = performance.now();
  const { taskId } = input;
  const timer = setTimeout(() => void window.stet.call('task.cancel', { taskId }), timeoutMs);
  const answer: unknown = JSON.parse(await window.stet.call(name, input));
  clearTimeout(timer);
  return { durationMs: performance.now() - start, answer };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
