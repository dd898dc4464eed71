/** How long a page that paints nothing is waited for, such as that of a minimised window, in milliseconds. */
const maxWaitMs = 1_000;

/** Resolves once what was rendered is painted. */
export function waitForPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, maxWaitMs);
    const finish = () => {
      clearTimeout(timer);
      resolve();
    };
    // The next frame begins once this one is on its way to the screen.
    requestAnimationFrame(() => requestAnimationFrame(finish));
  });
}
