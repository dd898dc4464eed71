import type { Locator } from '@playwright/test';

/** The text fields for an article's title, byline and other details, which two dialogs share. */
export class ArticleFields {
  readonly title: Locator;
  readonly byline: Locator;
  readonly link: Locator;
  readonly published: Locator;
  readonly language: Locator;

  constructor(readonly dialog: Locator) {
    this.title = dialog.getByRole('textbox', { name: 'Title' });
    this.byline = dialog.getByRole('textbox', { name: 'Byline' });
    this.link = dialog.getByRole('textbox', { name: 'Link' });
    this.published = dialog.getByRole('textbox', { name: 'Published' });
    this.language = dialog.getByRole('combobox', { name: 'Language' });
  }
}
