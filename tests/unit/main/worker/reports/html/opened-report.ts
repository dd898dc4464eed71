import type {} from '@vitest/browser-playwright';
import axe from 'axe-core';
import { onTestFinished } from 'vitest';
import { cdp } from 'vitest/browser';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

interface OpenedReport {
  document: Document;
  /** Chooses whose claims are shown, by the name in the id of its button. */
  choose(name: string): void;
  /** Follows a link within the report, by its `href`. */
  follow(href: string): Promise<void>;
  /** The ids of all claims that are visible, in order. */
  listVisibleClaims(): string[];
  /** Describes each violation that axe finds. */
  findViolations(): Promise<string[]>;
}

/** Opens a report in a frame of this size, in CSS pixels, until the end of the test. */
export async function openInFrame(html: string, width = 1280, height = 800): Promise<OpenedReport> {
  // The report allows no script, so axe could not run in it.
  const runnable = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const url = URL.createObjectURL(new Blob([runnable], { type: 'text/html' }));
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, border: 0 });
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = url;
  document.body.append(frame);
  onTestFinished(() => {
    frame.remove();
    URL.revokeObjectURL(url);
  });
  await loaded;
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) throw new Error('the frame has no document');
  const find = (selector: string) => {
    const found = page.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  };
  return {
    document: page,
    choose: (name) => find(`#show-${name}`).click(),
    follow: async (href) => {
      const followed = new Promise((resolve) => view.addEventListener('hashchange', resolve, { once: true }));
      find(`a[href="${href}"]`).click();
      await followed;
    },
    listVisibleClaims: () =>
      [...page.querySelectorAll('li[data-status]')].filter((li) => li.checkVisibility()).map(({ id }) => id),
    findViolations: async () => {
      const script = page.createElement('script');
      script.textContent = axe.source;
      if (!('axe' in view)) page.head.append(script);
      const { violations } = await view.axe.run(page, { resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
      );
    },
  };
}

/** Emulates paper, or a theme of the system, until the end of the test. */
export async function emulateMedia(media: { media?: 'print'; theme?: 'light' | 'dark' }): Promise<void> {
  const set = (type: string, theme: string) =>
    cdp().send('Emulation.setEmulatedMedia', {
      media: type,
      features: [{ name: 'prefers-color-scheme', value: theme }],
    });
  await set(media.media ?? '', media.theme ?? '');
  onTestFinished(async () => {
    await set('', '');
  });
}
