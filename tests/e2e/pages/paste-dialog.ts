import type { Locator, Page } from '@playwright/test';
import { dialog } from './dialog';

export class PasteDialog {
  readonly dialog: Locator;
  readonly text: Locator;
  readonly openArticle: Locator;
  readonly cancel: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Paste an article');
    this.text = this.dialog.getByRole('textbox', { name: 'Text of the article' });
    this.openArticle = this.dialog.getByRole('button', { name: 'Open article' });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
  }

  async open(text: string): Promise<void> {
    await this.text.fill(text);
    await this.openArticle.click();
  }
}
