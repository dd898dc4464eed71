/**
 * Resolves when the window has stopped changing, so that what is read then stays. Gives up after five seconds: then the laws
 * say what is wrong. Runs in the window, where it is sent as source text.
 */
export async function waitUntilIdle(): Promise<void> {
  const waitForFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // React finishes its deferred updates before the window is idle.
  const waitForIdle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
  const isBusy = () =>
    document.querySelector('[aria-busy="true"], progress') !== null ||
    [...document.querySelectorAll('footer output')].some(({ textContent }) => textContent === 'Saving…') ||
    document.getAnimations().some((animation) => {
      const iterations = animation.effect?.getComputedTiming().iterations ?? 1;
      return animation.playState === 'running' && Number.isFinite(iterations);
    });
  const endTime = performance.now() + 5_000;
  await waitForFrame();
  await waitForIdle();
  while (isBusy() && performance.now() < endTime) await waitForFrame();
}
