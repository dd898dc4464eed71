import type { Locator, Page } from '@playwright/test';
import { ArticleFields } from '../article-fields';
import { dialog } from '../dialog';

/** The dialog with the article's title, byline and other details. */
export class DetailsDialog extends ArticleFields {
  readonly deadline: Locator;
  readonly save: Locator;
  readonly cancel: Locator;

  constructor(page: Page) {
    super(dialog(page, 'Article details'));
    this.deadline = this.dialog.getByLabel('Deadline of the check');
    this.save = this.dialog.getByRole('button', { name: 'Save details' });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
  }
}
