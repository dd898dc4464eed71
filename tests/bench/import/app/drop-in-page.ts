/** Functions that run inside the window. They are sent there as source text, so each of them is self-contained. */

declare global {
  var stetDropped: File | undefined;
}

/** Prepares a file to be dropped. */
export function prepareDrop({ name, base64 }: { name: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  globalThis.stetDropped = new File([bytes], name);
}

/**
 * Drops the prepared file on the window, and returns the milliseconds until its preview is painted, or null when there is none
 * within the timeout. Escape closes the preview.
 */
export function timePreviewAfterDrop(timeoutMs: number): Promise<number | null> {
  const dataTransfer = new DataTransfer();
  if (globalThis.stetDropped) dataTransfer.items.add(globalThis.stetDropped);
  return new Promise((resolve) => {
    const start = performance.now();
    const timer = setTimeout(() => resolve(null), timeoutMs);
    const watch = new MutationObserver(() => {
      if (!document.querySelector('[role=dialog] form')) return;
      watch.disconnect();
      clearTimeout(timer);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - start);
        // A message posted during a frame is delivered after the frame is painted.
        port2.postMessage(null);
      });
    });
    watch.observe(document.body, { childList: true, subtree: true });
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('main')?.dispatchEvent(drop);
  });
}
