import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The dialog that asks which value to keep where two sources differ. */
export class MergeDialog {
  readonly dialog: Locator;
  readonly questions: Locator;
  readonly merge: Locator;
  readonly cancel: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Merge sources');
    this.questions = this.dialog.getByRole('radiogroup');
    this.merge = this.dialog.getByRole('button', { name: 'Merge' });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
  }

  answer(question: string, value: string): Promise<void> {
    return this.dialog
      .getByRole('radiogroup', { name: question })
      .getByRole('radio', { name: value })
      .click();
  }
}
