/**
 * Runs in the window, sent there as its own text: resolves once nothing is under way any more, so that what is seen
 * then stays. Gives up after five seconds and lets the laws say what is wrong.
 */
export async function settle(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // What React puts off for later is done before the window is idle.
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
  const isBusy = () =>
    document.querySelector('[aria-busy="true"], progress') !== null ||
    [...document.querySelectorAll('footer output')].some(({ textContent }) => textContent === 'Saving…') ||
    document.getAnimations().some((animation) => {
      const iterations = animation.effect?.getComputedTiming().iterations ?? 1;
      return animation.playState === 'running' && Number.isFinite(iterations);
    });
  const end = performance.now() + 5_000;
  await frame();
  await idle();
  while (isBusy() && performance.now() < end) await frame();
}
