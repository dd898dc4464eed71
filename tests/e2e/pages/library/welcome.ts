import type { Locator, Page } from '@playwright/test';

/** The first screen while the library is empty. */
export class Welcome {
  readonly section: Locator;
  readonly openFile: Locator;
  readonly paste: Locator;
  readonly openWeb: Locator;
  readonly sample: Locator;

  constructor(page: Page) {
    this.section = page.getByRole('region', { name: 'Welcome' });
    this.openFile = this.section.getByRole('button', { name: 'Open a file' });
    this.paste = this.section.getByRole('button', { name: 'Paste text' });
    this.openWeb = this.section.getByRole('button', { name: 'Open from the web' });
    this.sample = this.section.getByRole('button', { name: 'Look at a sample' });
  }
}
