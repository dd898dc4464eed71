import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The dialog that takes the reviewer's name. */
export class ReviewerDialog {
  /** The button in the status bar that opens it, while there are verdicts and no name. */
  readonly sign: Locator;
  /** The button that stands there instead when the name is known, and verdicts were set here before it was. */
  readonly signAgain: Locator;
  readonly dialog: Locator;
  readonly name: Locator;
  readonly save: Locator;
  readonly notNow: Locator;

  constructor(page: Page) {
    this.sign = page.getByRole('contentinfo').getByRole('button', { name: 'Sign with your name…' });
    this.signAgain = page.getByRole('contentinfo').getByRole('button', { name: 'Sign your verdicts' });
    this.dialog = dialog(page, 'Who is checking?');
    this.name = this.dialog.getByRole('textbox', { name: 'Your name' });
    this.save = this.dialog.getByRole('button', { name: 'Save name' });
    this.notNow = this.dialog.getByRole('button', { name: 'Not now' });
  }
}
