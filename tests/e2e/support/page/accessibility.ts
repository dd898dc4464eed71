import { expect, type Frame, type Locator } from '@playwright/test';
import axe from 'axe-core';
import type { Stet } from '../electron/stet.ts';

/** Presses Tab until the control has the focus. */
export async function tabTo(stet: Stet, control: Locator): Promise<void> {
  const hasFocus = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60; presses += 1) {
    await stet.press('Tab');
    if (await hasFocus()) return;
  }
  throw new Error(`Tab never reached ${control}`);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const themes = ['light', 'dark'] as const;

type Theme = (typeof themes)[number];

/** Checks that axe finds no violation on the current screen, in the light and the dark theme. */
export async function expectNoViolations(stet: Stet, screen: string): Promise<void> {
  const current = await getTheme(stet);
  await waitForAnimations(stet);
  await checkRules(stet, `${screen}, ${current}`);
  // The themes differ only in colours.
  for (const other of themes.filter((theme) => theme !== current)) {
    await setTheme(stet, other);
    await checkRules(stet, `${screen}, ${other}`, 'color-contrast');
  }
}

/** Checks the current screen against the named rules, or against all rules if none is named. */
async function checkRules({ page }: Stet, screen: string, ...rules: string[]): Promise<void> {
  await Promise.all(page.frames().map(injectAxe));
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    ...(rules.length > 0 && { runOnly: { type: 'rule', values: rules } }),
  };
  const violations = await page.evaluate(async (runOptions) => {
    const { violations } = await window.axe.run(document, runOptions);
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
    }));
  }, options);
  expect.soft(violations, screen).toEqual([]);
}

/** Injects axe into a frame that does not have it yet. Injecting can take longer than running. */
async function injectAxe(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
}

async function getTheme({ page }: Stet): Promise<Theme> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  return isDark ? 'dark' : 'light';
}

/** Switches the window's theme, as a change of the system's theme would, and waits for the transitions. */
async function setTheme(stet: Stet, theme: Theme): Promise<void> {
  const { app, page } = stet;
  await app.evaluate(({ nativeTheme }, chosen) => {
    nativeTheme.themeSource = chosen;
  }, theme);
  await page.waitForFunction((query) => matchMedia(query).matches, `(prefers-color-scheme: ${theme})`);
  await waitForAnimations(stet);
}

/** Waits for three frames and for the animations that run after them. */
function waitForAnimations({ page }: Stet): Promise<unknown> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
  });
}
