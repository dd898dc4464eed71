/** Functions that run inside the window. Each stands alone: it is sent there as its own text. */

/** Clicks the button with these words; milliseconds from the click until the article with its marks was painted. */
export function timeOpening(title: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const buttons = [...document.querySelectorAll('button')];
    const button = buttons.find(({ textContent }) => textContent === title);
    if (!button) {
      reject(new Error(`no button "${title}"`));
      return;
    }
    const start = performance.now();
    const watch = new MutationObserver(() => {
      if (!document.querySelector('article mark')) return;
      watch.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - start);
        // A message posted while a frame is made is delivered once the frame was painted.
        port2.postMessage(null);
      });
    });
    watch.observe(document.body, { childList: true, subtree: true });
    button.click();
  });
}

/** Presses a key at the start of a frame; milliseconds until all it changed was painted in that same frame. */
export function timeKey(key: string): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(null);
    });
  });
}

/** Selects ten characters of the paragraph in the middle of the window, a little further on each time. */
export function selectText(round: number): Promise<void> {
  return new Promise((resolve) => {
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const paragraph = middle?.closest('[data-start]') ?? document.querySelector('[data-start]');
    const walker = document.createTreeWalker(paragraph ?? document.body, NodeFilter.SHOW_TEXT);
    let longest = walker.nextNode();
    for (let node = longest; node; node = walker.nextNode())
      if ((node.nodeValue?.length ?? 0) > (longest?.nodeValue?.length ?? 0)) longest = node;
    document.addEventListener('selectionchange', () => setTimeout(resolve), { once: true });
    const end = longest?.nodeValue?.length ?? 0;
    const start = Math.max(0, end - 12 - (round % 3));
    if (longest) document.getSelection()?.setBaseAndExtent(longest, start, longest, end);
  });
}

/** Puts the same words into the window as bare paragraphs; milliseconds until they were painted. The yardstick. */
export function timePlainRender(text: string): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      const holder = document.createElement('div');
      for (const words of text.split('\n\n')) {
        const paragraph = document.createElement('p');
        paragraph.textContent = words;
        holder.append(paragraph);
      }
      document.body.prepend(holder);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const took = performance.now() - start;
        holder.remove();
        resolve(took);
      };
      port2.postMessage(null);
    });
  });
}
