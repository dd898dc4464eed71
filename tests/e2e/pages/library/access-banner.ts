import type { Locator, Page } from '@playwright/test';

/** The line above everything else while the library can only be read here. */
export class AccessBanner {
  readonly editHere: Locator;
  readonly workInLibrary: Locator;

  constructor(private readonly page: Page) {
    this.editHere = page.getByRole('button', { name: 'Edit here' });
    this.workInLibrary = page.getByRole('button', { name: 'Work in this library' });
  }

  /** The line with that sentence. */
  saying(words: string): Locator {
    return this.page.getByRole('status').filter({ hasText: words });
  }
}
