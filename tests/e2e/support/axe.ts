import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Stet } from './stet';

/** Axe finds nothing on what is on the screen now, in the light theme and in the dark one. */
export async function looksClean(stet: Stet, screen: string): Promise<void> {
  await showTheme(stet, 'light');
  await clean(stet, screen);
  // The themes differ in their colours alone.
  await showTheme(stet, 'dark');
  await clean(stet, `${screen}, dark`, 'color-contrast');
}

/** Zero violations of what is on the screen now; of the named rules only, where any are named. */
async function clean(stet: Stet, screen: string, ...rules: string[]): Promise<void> {
  // Electron has no blank page for axe to finish in, which its newer mode wants.
  const { violations } = await new AxeBuilder({ page: stet.page })
    .setLegacyMode(true)
    .options({
      resultTypes: ['violations'],
      ...(rules.length > 0 && { runOnly: { type: 'rule', values: rules } }),
    })
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
  }));
  expect.soft(found, screen).toEqual([]);
}

/** Shows the window in a theme, as when the system's changes, and waits until nothing fades any more. */
async function showTheme({ app, page }: Stet, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, chosen) => {
    nativeTheme.themeSource = chosen;
  }, theme);
  await page.waitForFunction((query) => matchMedia(query).matches, `(prefers-color-scheme: ${theme})`);
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
}
