import type { Locator, Page } from '@playwright/test';

/** The bar above the article. */
export class ReviewBar {
  readonly library: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly importDraft: Locator;
  /** The button that shows the current draft and opens the list of drafts. */
  readonly draft: Locator;
  readonly exportReport: Locator;
  readonly shortcuts: Locator;

  constructor(page: Page) {
    const bar = page.getByRole('banner');
    this.library = bar.getByRole('button', { name: 'Library' });
    this.undo = bar.getByRole('button', { name: 'Undo' });
    this.redo = bar.getByRole('button', { name: 'Redo' });
    this.importDraft = bar.getByRole('button', { name: 'Import draft' });
    this.draft = bar.getByRole('button', { name: /^Draft \d+$/ });
    this.exportReport = bar.getByRole('button', { name: 'Export report' });
    this.shortcuts = bar.getByRole('button', { name: 'Shortcuts' });
  }
}
