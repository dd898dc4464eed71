import type { Locator, Page } from '@playwright/test';

export function dialog(page: Page, title: string | RegExp): Locator {
  return page.getByRole('dialog', { name: title });
}
