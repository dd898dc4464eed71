import type { Locator, Page } from '@playwright/test';

/** The list in the left panel with all sources of the article. */
export class SourcesList {
  readonly tab: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  readonly sortBy: Locator;
  readonly verifyFiles: Locator;

  constructor(private readonly page: Page) {
    this.tab = page.getByRole('tab', { name: 'Sources' });
    this.list = page.getByRole('navigation', { name: 'Sources' });
    this.rows = this.list.getByRole('listitem');
    this.search = this.list.getByRole('textbox', { name: 'Search sources' });
    this.sortBy = this.list.getByRole('button', { name: 'Sort by' });
    this.verifyFiles = this.list.getByRole('button', { name: 'Verify files' });
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }

  /** Opens the card of a source with the mouse. */
  async open(title: string): Promise<void> {
    await this.list.getByRole('button', { name: title }).click();
  }

  async sort(by: 'Title' | 'Most claims' | 'Newest' | 'Place in the article'): Promise<void> {
    await this.sortBy.click();
    await this.page.getByRole('option', { name: by }).click();
  }

  /** The button with the number of a claim in the row of a source. */
  claimNumber(title: string, number: number): Locator {
    return this.row(title).getByRole('button', { name: new RegExp(`^Claim ${number}\\b`) });
  }
}
