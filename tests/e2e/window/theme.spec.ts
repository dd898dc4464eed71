import { expect } from '@playwright/test';
import { test } from '../fixtures';
import type { Stet } from '../support/electron/stet';

test.use({ stetOwnProcess: true });

/** The ground of the page, as it is painted. */
function ground(stet: Stet): Promise<string> {
  return stet.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

function isDark(stet: Stet): Promise<boolean> {
  return stet.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
}

test('the theme is switched in Settings and remembered', async ({ stet }) => {
  await stet.library.settings.click();
  await expect(stet.settings.theme('As the system')).toBeChecked();
  await stet.settings.theme('Light').click();
  await expect.poll(() => isDark(stet)).toBe(false);
  const light = await ground(stet);
  await stet.settings.theme('Dark').click();
  await expect.poll(() => isDark(stet)).toBe(true);
  const dark = await ground(stet);
  expect(dark).not.toBe(light);

  await stet.restart();
  expect(await isDark(stet)).toBe(true);
  expect(await ground(stet)).toBe(dark);
  await stet.library.settings.click();
  await expect(stet.settings.theme('Dark')).toBeChecked();
  await stet.settings.theme('As the system').click();
  await expect.poll(() => isDark(stet)).toBe(false);
});

test.describe('on a dark system', () => {
  test.use({ stetEnv: { GTK_THEME: 'Adwaita:dark' } });

  test('the first start is dark, until the reviewer wants it light', async ({ stet }) => {
    test.skip(process.platform !== 'linux', 'only GTK takes its theme from the environment');
    expect(await isDark(stet)).toBe(true);
    await stet.library.settings.click();
    await stet.settings.theme('Light').click();
    await expect.poll(() => isDark(stet)).toBe(false);
  });
});
