import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The dialog that asks for the address of a web page. */
export class WebDialog {
  readonly dialog: Locator;
  readonly address: Locator;
  readonly fetch: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Open from the web');
    this.address = this.dialog.getByRole('textbox', { name: 'Address of the article' });
    this.fetch = this.dialog.getByRole('button', { name: 'Fetch' });
  }

  async open(address: string): Promise<void> {
    await this.address.fill(address);
    await this.fetch.click();
  }
}
