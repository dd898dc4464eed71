/** Functions that run inside the window. Each stands alone: it is sent there as its own text. */

declare global {
  var stetDropped: File | undefined;
}

/** Holds a file ready to be dropped. */
export function holdFile({ name, base64 }: { name: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  globalThis.stetDropped = new File([bytes], name);
}

/**
 * Drops the file that is held on the window. Milliseconds until its preview was painted; null when there is none within
 * `limit` milliseconds. Escape closes it.
 */
export function previewTime(limit: number): Promise<number | null> {
  const dataTransfer = new DataTransfer();
  if (globalThis.stetDropped) dataTransfer.items.add(globalThis.stetDropped);
  return new Promise((resolve) => {
    const start = performance.now();
    const timer = setTimeout(() => resolve(null), limit);
    const watch = new MutationObserver(() => {
      if (!document.querySelector('[role=dialog] form')) return;
      watch.disconnect();
      clearTimeout(timer);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - start);
        // A message posted while a frame is made is delivered once the frame was painted.
        port2.postMessage(null);
      });
    });
    watch.observe(document.body, { childList: true, subtree: true });
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('main')?.dispatchEvent(drop);
  });
}
