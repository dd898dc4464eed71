import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import type { Stet } from '../support/electron/stet.ts';

test.use({ stetOwnProcess: true });

function isDark(stet: Stet): Promise<boolean> {
  return stet.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
}

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
