import type { Locator, Page } from '@playwright/test';
import { dialog } from './dialog';

/** The dialog with the article's title, byline and other details. */
export class DetailsDialog {
  readonly dialog: Locator;
  readonly title: Locator;
  readonly byline: Locator;
  readonly link: Locator;
  readonly published: Locator;
  readonly language: Locator;
  readonly save: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Article details');
    this.title = this.dialog.getByRole('textbox', { name: 'Title' });
    this.byline = this.dialog.getByRole('textbox', { name: 'Byline' });
    this.link = this.dialog.getByRole('textbox', { name: 'Link' });
    this.published = this.dialog.getByRole('textbox', { name: 'Published' });
    this.language = this.dialog.getByRole('textbox', { name: 'Language' });
    this.save = this.dialog.getByRole('button', { name: 'Save details' });
  }
}
