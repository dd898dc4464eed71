import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The search of the whole library. */
export class SearchDialog {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly status: Locator;
  /** The titles of the articles that were found. */
  readonly titles: Locator;
  /** The places in them. */
  readonly places: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Search the library');
    this.field = this.dialog.getByRole('searchbox', { name: 'Words to search for' });
    this.status = this.dialog.getByRole('status');
    const list = this.dialog.getByRole('list', { name: 'Articles found' });
    this.titles = list.getByRole('heading');
    this.places = list.getByRole('button');
  }
}
