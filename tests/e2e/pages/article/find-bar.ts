import type { Locator, Page } from '@playwright/test';

/** The search field for words of the article. */
export class FindBar {
  readonly field: Locator;
  readonly count: Locator;
  readonly next: Locator;
  readonly previous: Locator;

  constructor(page: Page) {
    const search = page.getByRole('search');
    this.field = search.getByRole('searchbox', { name: 'Find' });
    this.count = search.getByRole('status');
    this.next = search.getByRole('button', { name: 'Next' });
    this.previous = search.getByRole('button', { name: 'Previous' });
  }
}
