import type { Locator, Page } from '@playwright/test';
import { dialog } from './dialog';

/** The links in the article, to be taken over as sources. */
export class LinksDialog {
  readonly dialog: Locator;
  readonly links: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Links in the article');
    this.links = this.dialog.getByRole('checkbox');
  }

  take(sources: string): Promise<void> {
    return this.dialog.getByRole('button', { name: `Add ${sources}` }).click();
  }
}
