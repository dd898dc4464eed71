import type { Locator, Page } from '@playwright/test';

/** The search field for words of the article. */
export class FindBar {
  readonly field: Locator;
  readonly count: Locator;
  readonly next: Locator;
  readonly previous: Locator;
  /** The results in groups, below the field. */
  readonly results: Locator;

  constructor(private readonly page: Page) {
    const search = page.getByRole('search');
    this.field = search.getByRole('searchbox', { name: 'Find' });
    this.count = search.getByRole('status');
    this.next = search.getByRole('button', { name: 'Next' });
    this.previous = search.getByRole('button', { name: 'Previous' });
    this.results = search.getByRole('listbox', { name: 'Results' });
  }

  group(name: string): Locator {
    return this.results.getByRole('group', { name });
  }

  /** The result that Enter opens. */
  get active(): Locator {
    return this.results.getByRole('option', { selected: true });
  }

  /** The id of the result that screen readers announce while the field has the focus; null without one. */
  readActiveId(): Promise<string | null> {
    return this.page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant') ?? null);
  }
}
