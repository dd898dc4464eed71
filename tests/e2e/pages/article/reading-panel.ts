import type { Locator, Page } from '@playwright/test';

/** The list with coverage, queries and words worth checking. */
export class ReadingPanel {
  readonly tab: Locator;
  readonly coverage: Locator;
  readonly queries: Locator;
  readonly spots: Locator;
  readonly partly: Locator;
  readonly setAside: Locator;
  readonly wordsSetAside: Locator;

  constructor(page: Page) {
    this.tab = page.getByRole('tab', { name: /^Reading/ });
    const panel = page.getByRole('navigation', { name: 'Reading' });
    this.coverage = panel.getByRole('region', { name: 'Coverage' });
    this.queries = panel.getByRole('region', { name: 'Queries' });
    this.spots = panel.getByRole('region', { name: 'Worth checking' });
    this.partly = panel.getByRole('region', { name: 'Partly' });
    this.setAside = panel.getByRole('region', { name: 'Set aside', exact: true });
    this.wordsSetAside = panel.getByRole('region', { name: 'Words set aside in other sentences' });
  }

  /** A query that is open or was set aside, by its rule. */
  query(rule: string): Locator {
    return this.queries.getByRole('article', { name: rule });
  }

  /** The button of a query that goes to one of its places. */
  place(rule: string, words: string): Locator {
    return this.query(rule).getByRole('button', { name: words });
  }

  /** The row of spotted words, by a part of them. */
  spot(words: string): Locator {
    return this.spots.getByRole('listitem').filter({ hasText: words });
  }

  async dismissQuery(rule: string, reason: string): Promise<void> {
    await this.query(rule).getByRole('button', { name: 'Set aside…' }).click();
    await this.query(rule).getByRole('textbox').fill(reason);
    await this.query(rule).getByRole('button', { name: 'Set aside', exact: true }).click();
  }
}
