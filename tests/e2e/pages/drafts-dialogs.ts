import type { Locator, Page } from '@playwright/test';
import { dialog } from './dialog';

/** All drafts of the article. */
export class DraftsDialog {
  readonly dialog: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Drafts');
    this.rows = this.dialog.getByRole('list', { name: 'Drafts' }).getByRole('listitem');
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name });
  }
}

/** Two drafts, side by side or as one text. */
export class CompareDialog {
  readonly dialog: Locator;
  readonly text: Locator;
  readonly before: Locator;
  readonly after: Locator;
  readonly close: Locator;
  /** Where one is among the changes. */
  readonly position: Locator;
  readonly next: Locator;
  readonly onlyChanges: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Compare drafts');
    this.position = this.dialog.getByRole('status');
    this.next = this.dialog.getByRole('button', { name: 'Next change' });
    this.onlyChanges = this.dialog.getByRole('checkbox', { name: 'Changes only' });
    this.text = this.dialog.getByRole('region', { name: 'Both drafts' });
    this.before = this.dialog.getByRole('combobox', { name: 'Before' });
    this.after = this.dialog.getByRole('combobox', { name: 'After' });
    this.close = this.dialog.getByRole('button', { name: 'Close' });
  }

  view(name: 'Side by side' | 'Inline'): Locator {
    return this.dialog.getByRole('radio', { name });
  }
}

/** The corrections that are written on claims. */
export class CorrectionsDialog {
  readonly dialog: Locator;
  readonly rows: Locator;
  readonly createDraft: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Apply corrections');
    this.rows = this.dialog.getByRole('list', { name: 'Corrections' }).getByRole('listitem');
    this.createDraft = this.dialog.getByRole('button', { name: /^Create draft/ });
  }
}
