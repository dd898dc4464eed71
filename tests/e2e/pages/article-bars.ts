import { expect, type Locator } from '@playwright/test';
import { PageObject } from './page-object.ts';

/** The search field for words of the article. */
export class FindBar extends PageObject {
  private readonly search = this.page.getByRole('search');
  readonly field = this.search.getByRole('searchbox', { name: 'Find' });
  readonly count = this.search.getByRole('status');
  readonly next = this.search.getByRole('button', { name: 'Next' });
  readonly previous = this.search.getByRole('button', { name: 'Previous' });
  /** The results in groups, below the field. */
  readonly results = this.search.getByRole('listbox', { name: 'Results' });

  /** The result that Enter opens. */
  get active(): Locator {
    return this.results.getByRole('option', { selected: true });
  }
}

/** The list with coverage, queries and words worth checking. */
export class ReadingPanel extends PageObject {
  readonly tab = this.page.getByRole('tab', { name: /^Reading/ });
  private readonly panel = this.page.getByRole('navigation', { name: 'Reading' });
  readonly coverage = this.panel.getByRole('region', { name: 'Coverage' });
  readonly queries = this.panel.getByRole('region', { name: 'Queries' });
  readonly setAside = this.panel.getByRole('region', { name: 'Set aside', exact: true });
}

/** The bar above the article. */
export class ReviewBar extends PageObject {
  private readonly bar = this.page.getByRole('banner');
  readonly library = this.bar.getByRole('button', { name: 'Library' });
  readonly undo = this.bar.getByRole('button', { name: 'Undo' });
  readonly redo = this.bar.getByRole('button', { name: 'Redo' });
  readonly importDraft = this.bar.getByRole('button', { name: 'Import draft' });
  /** The button that shows the current draft and opens the list of drafts. */
  readonly draft = this.bar.getByRole('button', { name: /^Draft \d+$/ });
  readonly exportReport = this.bar.getByRole('button', { name: 'Export report' });
}

/** The bar below the article, with counts and the state of saving. */
export class StatusBar extends PageObject {
  readonly footer = this.page.getByRole('contentinfo');
  readonly saveState = this.footer.getByRole('status');
  /** How much of the article was read. Pressing it goes to the next sentence not looked at. */
  readonly read = this.footer.getByRole('button', { name: /% read/ });

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
