import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The dialog that adds links in the article as sources. */
export class LinksDialog {
  readonly dialog: Locator;
  readonly links: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Links in the article');
    this.links = this.dialog.getByRole('checkbox');
  }

  /** Adds the chosen links. `count` is the number on the button, for example "2 sources". */
  add(count: string): Promise<void> {
    return this.dialog.getByRole('button', { name: `Add ${count}` }).click();
  }
}
