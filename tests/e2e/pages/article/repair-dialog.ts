import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The question how to repair a damaged article. */
export class RepairDialog {
  readonly dialog: Locator;
  readonly choices: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'This article is damaged');
    this.choices = this.dialog.locator('label').filter({ has: page.getByRole('radio') });
  }

  choice(label: string): Locator {
    return this.dialog.getByRole('radio', { name: label });
  }
}
