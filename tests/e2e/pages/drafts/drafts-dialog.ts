import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The list of all drafts of the article. */
export class DraftsDialog {
  readonly dialog: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Drafts');
    this.rows = this.dialog.getByRole('list', { name: 'Drafts' }).getByRole('listitem');
  }

  /** The account of the import of a draft, once it is asked for. */
  account(draftNumber: number): Locator {
    return this.dialog.getByRole('list', { name: `About the import of draft ${draftNumber}` });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name });
  }
}
