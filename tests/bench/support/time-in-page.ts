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

/*
 * Functions that run inside the window. They are sent there as source text, so each of them is self-contained. Each takes a frame as
 * painted at the first task after it: a task of the highest priority that is posted in a frame runs right after its painting, while
 * messages would wait for other tasks, such as those of what may follow later.
 */

/** Clicks the button of an article. Resolves to the milliseconds until the article and its marks are painted. */
export function timeOpening(title: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const buttons = [...document.querySelectorAll('button')];
    const button = buttons.find(({ textContent }) => textContent === title);
    if (!button) {
      reject(new Error(`no button "${title}"`));
      return;
    }
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (!document.querySelector('article mark')) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        void scheduler.postTask(() => resolve(performance.now() - start), { priority: 'user-blocking' });
      });
    });
    observer.observe(document.body, { childList: true, subtree: true });
    button.click();
  });
}

/** Resolves to the milliseconds from the next key until the page in the first frame of the window has been loaded and painted. */
export function timePreview(): Promise<number> {
  return new Promise((resolve) => {
    const onKey = ({ timeStamp }: KeyboardEvent) => {
      const observer = new MutationObserver(() => {
        const preview = document.querySelector('iframe');
        if (!preview) return;
        observer.disconnect();
        const onLoad = () => {
          requestAnimationFrame(() => {
            const onPainted = () => resolve(performance.now() - timeStamp);
            void scheduler.postTask(onPainted, { priority: 'user-blocking' });
          });
        };
        preview.addEventListener('load', onLoad, { once: true });
      });
      observer.observe(document.body, { childList: true, subtree: true });
    };
    addEventListener('keydown', onKey, { capture: true, once: true });
  });
}

/** Presses a key at the start of a frame. Resolves to the milliseconds until this frame is painted, with all that waits for nothing else. */
export function timeKey(key: string): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      void scheduler.postTask(() => resolve(performance.now() - start), { priority: 'user-blocking' });
    });
  });
}

/**
 * Presses a key at the start of a frame. Resolves to the milliseconds until the list of claims, the last that follows, has been painted
 * with a change.
 */
export function timeKeyUntilListed(key: string): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('the list of claims did not change')), 5_000);
    const list = document.querySelector('nav[aria-label="Claims"] [role="grid"]');
    requestAnimationFrame(() => {
      const start = performance.now();
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => {
          void scheduler.postTask(() => resolve(performance.now() - start), { priority: 'user-blocking' });
        });
      });
      if (list)
        observer.observe(list, { childList: true, subtree: true, attributes: true, characterData: true });
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
  });
}

/** Selects about twelve characters of the paragraph in the middle of the window: other ones in each round. */
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

/** Renders a text as plain paragraphs. Resolves to the milliseconds until they are painted: the baseline of the other times. */
export function timePlainRender(text: string): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      const container = document.createElement('div');
      for (const paragraphText of text.split('\n\n')) {
        const paragraph = document.createElement('p');
        paragraph.textContent = paragraphText;
        container.append(paragraph);
      }
      document.body.prepend(container);
      const onPainted = () => {
        const durationMs = performance.now() - start;
        container.remove();
        resolve(durationMs);
      };
      void scheduler.postTask(onPainted, { priority: 'user-blocking' });
    });
  });
}

/**
 * Types a letter into the field with the focus, at the start of a frame. Resolves to the milliseconds until the letter is painted, and
 * until the last result that follows from it is. Nothing may change in the list of results on its own.
 */
export function timeTyping(letter: string): Promise<{ echoMs: number; resultsMs: number }> {
  return new Promise((resolve) => {
    const quietMs = 300;
    const onPainted = (run: () => void) => void scheduler.postTask(run, { priority: 'user-blocking' });
    requestAnimationFrame(() => {
      const start = performance.now();
      let echoMs = 0;
      let resultsMs = 0;
      let timer = setTimeout(() => undefined);
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          observer.disconnect();
          resolve({ echoMs, resultsMs: Math.max(echoMs, resultsMs) });
        }, quietMs);
      };
      const observer = new MutationObserver((changes) => {
        const isResult = changes.some(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest('search'),
        );
        if (!isResult) return;
        wait();
        requestAnimationFrame(() =>
          onPainted(() => {
            resultsMs = performance.now() - start;
          }),
        );
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      document.execCommand('insertText', false, letter);
      onPainted(() => {
        echoMs = performance.now() - start;
        wait();
      });
    });
  });
}
