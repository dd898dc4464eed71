import { expect } from '@playwright/test';
import { test } from '../fixtures';
import type { Stet } from '../support/electron/stet';

test.use({ stetOwnProcess: true });

/** Reads the background colour of the page. */
function readBackground(stet: Stet): Promise<string> {
  return stet.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

function isDark(stet: Stet): Promise<boolean> {
  return stet.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
}

test('the theme is chosen in Settings and remembered', async ({ stet }) => {
  await stet.library.settings.click();
  await expect(stet.settings.theme('Same as system')).toBeChecked();
  await stet.settings.theme('Light').click();
  await expect.poll(() => isDark(stet)).toBe(false);
  const light = await readBackground(stet);
  await stet.settings.theme('Dark').click();
  await expect.poll(() => isDark(stet)).toBe(true);
  const dark = await readBackground(stet);
  expect(dark).not.toBe(light);

  await stet.restart();
  expect(await isDark(stet)).toBe(true);
  expect(await readBackground(stet)).toBe(dark);
  await stet.library.settings.click();
  await expect(stet.settings.theme('Dark')).toBeChecked();
  await stet.settings.theme('Same as system').click();
  await expect.poll(() => isDark(stet)).toBe(false);
});

test.describe('on a dark system', () => {
  test.use({ stetEnv: { GTK_THEME: 'Adwaita:dark' } });

  test('the first start is dark, until the reviewer chooses the light theme', { tag: '@core' }, async ({
    stet,
  }) => {
    test.skip(process.platform !== 'linux', 'only GTK reads its theme from the environment');
    expect(await isDark(stet)).toBe(true);
    await stet.library.settings.click();
    await stet.settings.theme('Light').click();
    await expect.poll(() => isDark(stet)).toBe(false);
  });
});
