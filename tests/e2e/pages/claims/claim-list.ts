import type { Locator, Page } from '@playwright/test';

/** The list on the left with all claims in reading order. */
export class ClaimList {
  readonly nav: Locator;
  readonly rows: Locator;
  readonly current: Locator;
  readonly filters: Locator;
  /** The button of the menu with more filters, which shows how many are on. */
  readonly moreFilters: Locator;
  readonly sort: Locator;
  readonly text: Locator;
  /** The bar above the list while claims are selected. */
  readonly selectedBar: Locator;
  readonly clearFilters: Locator;

  constructor(private readonly page: Page) {
    this.nav = page.getByRole('navigation', { name: 'Claims' });
    this.rows = this.nav.getByRole('row').getByRole('button');
    this.current = this.nav.locator('[aria-current="true"]');
    this.filters = this.nav.getByRole('group', { name: 'Show' });
    this.moreFilters = this.filters.getByRole('button', { name: /^Filter( \d+)?$/ });
    this.sort = this.filters.getByRole('button', { name: /^(Sort|Verdict|Last change)$/ });
    this.text = this.filters.getByRole('searchbox', { name: 'Filter by text' });
    this.clearFilters = this.filters.getByRole('button', { name: 'Clear' });
    this.selectedBar = this.nav.getByRole('region', { name: 'Selected claims' });
  }

  row(words: string): Locator {
    return this.rows.filter({ hasText: words });
  }

  /** A filter by verdict, such as "Open". */
  filter(label: string): Locator {
    return this.filters.getByRole('button', { name: new RegExp(`^${label} \\d+$`) });
  }

  /** The chip of a filter that is on; pressing it takes the filter away. */
  chip(label: string): Locator {
    return this.filters.getByRole('button', { name: `Remove filter ${label}` });
  }

  /** Turns a filter of the menu on or off, such as "No source" in "Evidence". */
  async toggleFilter(label: string, facet = 'Evidence'): Promise<void> {
    await this.moreFilters.click();
    await this.page.getByRole('menuitem', { name: facet }).click();
    await this.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${label} \\d+$`) }).click();
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
  }

  async sortBy(order: 'Place' | 'Verdict' | 'Last change'): Promise<void> {
    await this.sort.click();
    await this.page.getByRole('menuitemradio', { name: order, exact: true }).click();
    await this.page.keyboard.press('Escape');
  }

  /** The rows that are selected together. */
  get selected(): Locator {
    return this.nav.getByRole('row', { selected: true });
  }

  /** Presses an entry of a menu of the bar, such as "Verified" in "Verdict". */
  async choose(menu: 'Verdict' | 'Tag' | 'Kind', entry: string | RegExp): Promise<void> {
    await this.selectedBar.getByRole('button', { name: menu }).click();
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click();
  }
}
