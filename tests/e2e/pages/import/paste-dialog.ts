import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

export class PasteDialog {
  readonly dialog: Locator;
  readonly text: Locator;
  readonly submit: Locator;
  readonly cancel: Locator;

  constructor(page: Page, title = 'Paste an article') {
    this.dialog = dialog(page, title);
    this.text = this.dialog.getByRole('textbox', { name: 'Text of the article' });
    this.submit = this.dialog.getByRole('button', { name: 'Continue' });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
  }

  async submitText(text: string): Promise<void> {
    await this.text.fill(text);
    await this.submit.click();
  }
}
