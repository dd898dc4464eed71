import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The dialog that compares two drafts, side by side or inline. */
export class CompareDialog {
  readonly dialog: Locator;
  readonly text: Locator;
  /** Says how changes and claims look. */
  readonly legend: Locator;
  readonly before: Locator;
  readonly after: Locator;
  readonly close: Locator;
  /** The number of the current change, or the message that there is none. */
  readonly position: Locator;
  readonly next: Locator;
  readonly onlyChanges: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Compare drafts');
    this.position = this.dialog.getByRole('status');
    this.next = this.dialog.getByRole('button', { name: 'Next change' });
    this.onlyChanges = this.dialog.getByRole('checkbox', { name: 'Changes only' });
    this.text = this.dialog.getByRole('region', { name: 'Both drafts' });
    this.legend = this.dialog.getByRole('list', { name: 'Legend' }).getByRole('listitem');
    this.before = this.dialog.getByRole('combobox', { name: 'Before' });
    this.after = this.dialog.getByRole('combobox', { name: 'After' });
    this.close = this.dialog.getByRole('button', { name: 'Close' });
  }

  view(name: 'Side by side' | 'Inline'): Locator {
    return this.dialog.getByRole('radio', { name });
  }
}
