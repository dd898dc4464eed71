/**
 * Waits until the mouse wheel has scrolled the article, and the article has stopped moving: on a busy machine this begins some
 * frames later. At the end of the article nothing moves. Runs in the window, where it is sent as source text.
 */
export async function waitForWheel({
  before,
  distance,
}: {
  before: number;
  distance: number;
}): Promise<void> {
  const scroller = document.querySelector('[data-scroller]');
  if (!scroller) return;
  const waitForFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const endTime = performance.now() + 3_000;
  const isAtEnd = distance < 0 ? before <= 0 : before >= scroller.scrollHeight - scroller.clientHeight - 1;
  while (!isAtEnd && scroller.scrollTop === before && performance.now() < endTime) await waitForFrame();
  for (let stableFrames = 0; stableFrames < 5 && performance.now() < endTime; ) {
    const { scrollTop } = scroller;
    await waitForFrame();
    stableFrames = scroller.scrollTop === scrollTop ? stableFrames + 1 : 0;
  }
}
