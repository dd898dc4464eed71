import { expect, type Locator, type Page } from '@playwright/test';

/** The bar below the article, with counts and the state of saving. */
export class StatusBar {
  readonly footer: Locator;
  readonly saveState: Locator;
  /** How much of the article was read. Pressing it goes to the next sentence not looked at. */
  readonly read: Locator;

  constructor(page: Page) {
    this.footer = page.getByRole('contentinfo');
    this.saveState = this.footer.getByRole('status');
    this.read = this.footer.getByRole('button', { name: /% read/ });
  }

  /** Waits for "Saved 12:04", which means that every edit was acknowledged. */
  async waitUntilSaved(): Promise<void> {
    await expect(this.saveState).toHaveText(/^Saved \d\d:\d\d$/);
  }

  /** Waits until the sentences of the article are found, also where a narrow window has no room for their count. */
  async waitForReading(): Promise<void> {
    const read = this.footer.getByRole('button', { name: /% read/, includeHidden: true });
    await read.waitFor({ state: 'attached' });
  }

  async expectText(text: string): Promise<void> {
    await expect(this.footer).toContainText(text);
  }

  button(name: 'Hide lists' | 'Show lists' | 'Hide card' | 'Show card'): Locator {
    return this.footer.getByRole('button', { name });
  }
}
