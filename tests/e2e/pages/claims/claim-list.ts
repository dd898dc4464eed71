import type { Locator, Page } from '@playwright/test';

/** The list on the left with all claims in reading order. */
export class ClaimList {
  readonly nav: Locator;
  readonly rows: Locator;
  readonly current: Locator;
  readonly filters: Locator;
  /** The button of the menu with more filters, which shows those that are on. */
  readonly moreFilters: Locator;
  readonly clearFilters: Locator;

  constructor(private readonly page: Page) {
    this.nav = page.getByRole('navigation', { name: 'Claims' });
    this.rows = this.nav.getByRole('listitem').getByRole('button');
    this.current = this.nav.locator('[aria-current="true"]');
    this.filters = this.nav.getByRole('group', { name: 'Show' });
    this.moreFilters = this.filters.getByRole('button', { name: /filters|Re-check|source|Secondary|author/ });
    this.clearFilters = this.filters.getByRole('button', { name: 'Clear' });
  }

  row(words: string): Locator {
    return this.rows.filter({ hasText: words });
  }

  /** A filter by verdict, such as "Open". */
  filter(label: string): Locator {
    return this.filters.getByRole('button', { name: new RegExp(`^${label} \\d+$`) });
  }

  /** Turns a filter of the menu on or off, such as "No source". */
  async toggleFilter(label: string): Promise<void> {
    await this.moreFilters.click();
    await this.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${label} \\d+$`) }).click();
    await this.page.keyboard.press('Escape');
  }
}
