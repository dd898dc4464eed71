/** Runs inside the window and stands alone: it is sent there as its own text. */

/**
 * Drops a file on the window. Milliseconds until its preview was painted; null when there is none within `limit`
 * milliseconds. Escape closes it.
 */
export function previewTime(sent: { name: string; base64: string; limit: number }): Promise<number | null> {
  const bytes = Uint8Array.from(atob(sent.base64), (letter) => letter.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], sent.name));
  return new Promise((resolve) => {
    const start = performance.now();
    const timer = setTimeout(() => resolve(null), sent.limit);
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
