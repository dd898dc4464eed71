import type { Locator, Page } from '@playwright/test';

/** All claims in reading order, on the left. */
export class ClaimList {
  readonly nav: Locator;
  readonly rows: Locator;
  readonly current: Locator;
  readonly filters: Locator;

  constructor(page: Page) {
    this.nav = page.getByRole('navigation', { name: 'Claims' });
    this.rows = this.nav.getByRole('listitem').getByRole('button');
    this.current = this.nav.locator('[aria-current="true"]');
    this.filters = this.nav.getByRole('group', { name: 'Show' }).getByRole('button');
  }

  row(words: string): Locator {
    return this.rows.filter({ hasText: words });
  }

  filter(label: string): Locator {
    return this.filters.filter({ hasText: new RegExp(`^${label} \\d+$`) });
  }
}
