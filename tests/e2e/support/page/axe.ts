import { expect, type Frame } from '@playwright/test';
import axe from 'axe-core';
import type { Stet } from '../electron/stet';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const themes = ['light', 'dark'] as const;

type Theme = (typeof themes)[number];

/** Axe finds nothing on what is on the screen now, in the light theme and in the dark one. */
export async function looksClean(stet: Stet, screen: string): Promise<void> {
  const shown = await shownTheme(stet);
  await settled(stet);
  await clean(stet, `${screen}, ${shown}`);
  // The themes differ in their colours alone.
  for (const other of themes.filter((theme) => theme !== shown)) {
    await showTheme(stet, other);
    await clean(stet, `${screen}, ${other}`, 'color-contrast');
  }
}

/** Zero violations of what is on the screen now; of the named rules only, where any are named. */
async function clean({ page }: Stet, screen: string, ...rules: string[]): Promise<void> {
  await Promise.all(page.frames().map(injectAxe));
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    ...(rules.length > 0 && { runOnly: { type: 'rule', values: rules } }),
  };
  const found = await page.evaluate(async (given) => {
    const { violations } = await window.axe.run(document, given);
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
    }));
  }, options);
  expect.soft(found, screen).toEqual([]);
}

/** Injects axe into a frame, once: injecting can take longer than running. */
async function injectAxe(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
}

async function shownTheme({ page }: Stet): Promise<Theme> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  return isDark ? 'dark' : 'light';
}

/** Shows the window in a theme, as when the system's changes, and waits until nothing fades any more. */
async function showTheme(stet: Stet, theme: Theme): Promise<void> {
  const { app, page } = stet;
  await app.evaluate(({ nativeTheme }, chosen) => {
    nativeTheme.themeSource = chosen;
  }, theme);
  await page.waitForFunction((query) => matchMedia(query).matches, `(prefers-color-scheme: ${theme})`);
  await settled(stet);
}

/** Waits until what comes with the next frames is there, and nothing fades any more. */
function settled({ page }: Stet): Promise<unknown> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
  });
}
