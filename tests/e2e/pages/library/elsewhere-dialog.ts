import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The question whether to go on in another folder, while edits can't be saved where the library is. */
export class ElsewhereDialog {
  /** The button beside "Not saved". */
  readonly open: Locator;
  readonly dialog: Locator;
  readonly chooseFolder: Locator;
  readonly cancel: Locator;
  readonly problem: Locator;
  /** The same dialog, once Stet has gone on. */
  readonly outcome: Locator;
  readonly close: Locator;

  constructor(page: Page) {
    this.open = page.getByRole('button', { name: 'Choose another folder…' });
    this.dialog = dialog(page, 'Go on in another folder?');
    this.chooseFolder = this.dialog.getByRole('button', { name: 'Choose a folder…' });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
    this.problem = this.dialog.getByRole('alert');
    this.outcome = dialog(page, 'Stet goes on in another folder');
    this.close = this.outcome.getByRole('button', { name: 'Close' });
  }
}
