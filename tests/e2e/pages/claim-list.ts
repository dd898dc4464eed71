import type { Locator, Page } from '@playwright/test';

/** All claims in reading order, on the left. */
export class ClaimList {
  readonly nav: Locator;
  readonly rows: Locator;
  readonly current: Locator;
  readonly filters: Locator;
  /** Says which of the filters of its menu are chosen. */
  readonly moreFilters: Locator;
  readonly clearFilters: Locator;

  constructor(private readonly page: Page) {
    this.nav = page.getByRole('navigation', { name: 'Claims' });
    this.rows = this.nav.getByRole('listitem').getByRole('button');
    this.current = this.nav.locator('[aria-current="true"]');
    this.filters = this.nav.getByRole('group', { name: 'Show' });
    this.moreFilters = this.filters.getByRole('button', { name: /filters|Re-check|source|Secondary/ });
    this.clearFilters = this.filters.getByRole('button', { name: 'Clear' });
  }

  row(words: string): Locator {
    return this.rows.filter({ hasText: words });
  }

  /** A filter by verdict, such as "Open". */
  filter(label: string): Locator {
    return this.filters.getByRole('button', { name: new RegExp(`^${label} \\d+$`) });
  }

  /** Chooses one of the filters that stand in the menu, such as "No source", or gives it up again. */
  async toggleFilter(label: string): Promise<void> {
    await this.moreFilters.click();
    await this.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${label} \\d+$`) }).click();
    await this.page.keyboard.press('Escape');
  }
}
