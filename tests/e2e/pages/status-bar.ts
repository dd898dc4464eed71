import { expect, type Locator, type Page } from '@playwright/test';

/** The bar below the article: counts, and whether everything is on the disk. */
export class StatusBar {
  readonly footer: Locator;
  readonly saving: Locator;

  constructor(page: Page) {
    this.footer = page.getByRole('contentinfo');
    this.saving = this.footer.getByRole('status');
  }

  /** "Saved 12:04": an edit was acknowledged, and none is waiting. */
  async saved(): Promise<void> {
    await expect(this.saving).toHaveText(/^Saved \d\d:\d\d$/);
  }

  async says(counts: string): Promise<void> {
    await expect(this.footer).toContainText(counts);
  }

  button(name: 'Hide lists' | 'Show lists' | 'Hide card' | 'Show card'): Locator {
    return this.footer.getByRole('button', { name });
  }
}
