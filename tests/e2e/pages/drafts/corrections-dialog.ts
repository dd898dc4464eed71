import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The dialog that applies the corrections of claims in a new draft. */
export class CorrectionsDialog {
  readonly dialog: Locator;
  readonly rows: Locator;
  readonly createDraft: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Apply corrections');
    this.rows = this.dialog.getByRole('list', { name: 'Corrections' }).getByRole('listitem');
    this.createDraft = this.dialog.getByRole('button', { name: /^Create draft/ });
  }
}
