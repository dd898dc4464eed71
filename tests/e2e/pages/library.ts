import { expect, type Locator, type Page } from '@playwright/test';
import { dialog } from './dialog';

/** The list of articles, and the bin. */
export class Library {
  readonly heading: Locator;
  readonly binHeading: Locator;
  readonly rows: Locator;
  readonly openFile: Locator;
  readonly paste: Locator;
  readonly search: Locator;
  readonly order: Locator;
  readonly settings: Locator;
  readonly keys: Locator;
  readonly renaming: Locator;
  readonly deleting: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Library', exact: true });
    this.binHeading = page.getByRole('heading', { name: 'Bin', exact: true });
    this.rows = page.getByRole('main').getByRole('listitem');
    this.openFile = page.getByRole('button', { name: 'Open a file' });
    this.paste = page.getByRole('button', { name: 'Paste text' });
    this.search = page.getByRole('searchbox', { name: 'Search the library' });
    this.order = page.getByRole('combobox', { name: 'Sort by' });
    this.settings = page.getByRole('button', { name: 'Settings' });
    this.keys = page.getByRole('button', { name: 'Shortcuts' });
    this.renaming = dialog(page, 'Rename article');
    this.deleting = dialog(page, /^Delete .* for good\?$/);
  }

  /** What is said when no article answers the search. */
  get none(): Locator {
    return this.page.getByRole('main').getByRole('status');
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }

  /** The titles, in the order of the list. */
  titles(): Promise<string[]> {
    return this.rows
      .getByRole('button', { name: /^(?!Rename$|Move to bin$|Restore$|Delete for good$)/ })
      .allTextContents();
  }

  /** Opens an article, and waits until it can be read; one that is on the screen, as after a restart, stays there. */
  async open(title: string): Promise<void> {
    const text = this.page.getByRole('group', { name: 'Article text' });
    const inList = this.row(title).getByRole('button', { name: title });
    await text.or(inList).first().waitFor();
    if (await inList.isVisible()) await inList.click();
    await text.waitFor();
    await expect(this.page.getByRole('banner')).toContainText(title);
  }

  async rename(title: string, to: string): Promise<void> {
    await this.row(title).getByRole('button', { name: 'Rename' }).click();
    await this.renaming.getByRole('textbox', { name: 'Title' }).fill(to);
    await this.renaming.getByRole('button', { name: 'Rename' }).click();
  }

  bin(title: string): Promise<void> {
    return this.row(title).getByRole('button', { name: 'Move to bin' }).click();
  }

  openBin(): Promise<void> {
    return this.page.getByRole('button', { name: /^Bin \d/ }).click();
  }

  leaveBin(): Promise<void> {
    return this.page.getByRole('button', { name: 'Back to the library' }).click();
  }

  /** Asks for it; the dialog has to be agreed to. */
  deleteForGood(title: string): Promise<void> {
    return this.row(title).getByRole('button', { name: 'Delete for good' }).click();
  }

  emptyBin(): Promise<void> {
    return this.page.getByRole('button', { name: 'Empty bin' }).click();
  }

  restore(title: string): Promise<void> {
    return this.row(title).getByRole('button', { name: 'Restore' }).click();
  }
}
