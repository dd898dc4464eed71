import type { Locator, Page } from '@playwright/test';

/** The screen that shows how far the library was moved. */
export class MovingLibrary {
  readonly main: Locator;
  readonly heading: Locator;
  readonly cancel: Locator;
  readonly openLibrary: Locator;
  readonly back: Locator;

  constructor(page: Page) {
    this.main = page.getByRole('main');
    this.heading = this.main.getByRole('heading', { level: 1 });
    this.cancel = page.getByRole('button', { name: 'Cancel' });
    this.openLibrary = page.getByRole('button', { name: 'Open the library' });
    this.back = page.getByRole('button', { name: 'Back to the library' });
  }
}
