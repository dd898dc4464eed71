import type { Locator, Page } from '@playwright/test';
import { dialog } from './dialog';

export class ExportDialog {
  readonly dialog: Locator;
  readonly notes: Locator;
  readonly save: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Export report');
    this.notes = this.dialog.getByRole('checkbox', { name: 'Include notes' });
    this.save = this.dialog.getByRole('button', { name: 'Save report' });
  }
}
