import type { Locator, Page } from '@playwright/test';
import { dialog } from './dialog';

/** The overview of an article or of the library. */
export class OverviewDialog {
  readonly dialog: Locator;
  /** The deadline and what is open until then. */
  readonly openWork: Locator;
  readonly setDeadline: Locator;
  readonly showTables: Locator;
  /** The claims with one source only. */
  readonly singleSourced: Locator;
  readonly articles: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, /^Overview of /);
    this.openWork = this.dialog.getByRole('region', { name: 'Open until the deadline' });
    this.setDeadline = this.openWork.getByRole('button', { name: 'Set a deadline…' });
    this.showTables = this.dialog.getByText('Show numbers as tables');
    this.singleSourced = this.dialog.getByRole('region', { name: 'Claims with one source only' });
    this.articles = this.dialog.getByRole('region', { name: 'Articles' });
  }

  /** The table with the numbers of a drawing, which screen readers always get. */
  table(title: string): Locator {
    return this.dialog.getByRole('table', { name: title });
  }

  row(title: string, name: string): Locator {
    return this.table(title).getByRole('row', { name: new RegExp(`^${name}`) });
  }
}
