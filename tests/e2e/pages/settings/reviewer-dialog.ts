import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The dialog that asks for the reviewer's name at the first verdict. */
export class ReviewerDialog {
  readonly dialog: Locator;
  readonly name: Locator;
  readonly save: Locator;
  readonly notNow: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Who is checking?');
    this.name = this.dialog.getByRole('textbox', { name: 'Your name' });
    this.save = this.dialog.getByRole('button', { name: 'Save name' });
    this.notNow = this.dialog.getByRole('button', { name: 'Not now' });
  }
}
