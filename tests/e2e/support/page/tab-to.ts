import type { Locator } from '@playwright/test';
import type { Stet } from '../electron/stet';

/** Presses Tab until the control has the focus. */
export async function tabTo(stet: Stet, control: Locator): Promise<void> {
  const hasFocus = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60; presses += 1) {
    await stet.press('Tab');
    if (await hasFocus()) return;
  }
  throw new Error(`Tab never reached ${control}`);
}
