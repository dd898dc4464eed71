import { expect, type Locator, type Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The list of articles, and the bin. */
export class Library {
  readonly heading: Locator;
  readonly binHeading: Locator;
  readonly rows: Locator;
  readonly openFile: Locator;
  readonly paste: Locator;
  readonly search: Locator;
  readonly sortBy: Locator;
  readonly overview: Locator;
  readonly settings: Locator;
  readonly shortcuts: Locator;
  readonly renameDialog: Locator;
  readonly deleteDialog: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Library', exact: true });
    this.binHeading = page.getByRole('heading', { name: 'Bin', exact: true });
    this.rows = page.getByRole('main').getByRole('listitem');
    this.openFile = page.getByRole('button', { name: 'Open a file' });
    this.paste = page.getByRole('button', { name: 'Paste text' });
    this.search = page.getByRole('searchbox', { name: 'Search the library' });
    this.sortBy = page.getByRole('combobox', { name: 'Sort by' });
    this.overview = page.getByRole('button', { name: 'Overview' });
    this.settings = page.getByRole('button', { name: 'Settings' });
    this.shortcuts = page.getByRole('button', { name: 'Shortcuts' });
    this.renameDialog = dialog(page, 'Rename article');
    this.deleteDialog = dialog(page, /^Delete .* for good\?$/);
  }

  /** The message when no article matches the search. */
  get noResults(): Locator {
    return this.page.getByRole('main').getByRole('status');
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }

  /** Reads the titles in the order of the list. */
  readTitles(): Promise<string[]> {
    return this.rows
      .getByRole('button', { name: /^(?!Rename$|Move to bin$|Restore$|Delete for good$)/ })
      .allTextContents();
  }

  /** Opens an article from the list and waits for its text. Does nothing if it is already open, as after a restart. */
  async open(title: string): Promise<void> {
    const text = this.page.getByRole('group', { name: 'Article text' });
    const listItem = this.row(title).getByRole('button', { name: title });
    await text.or(listItem).first().waitFor();
    if (await listItem.isVisible()) await listItem.click();
    await text.waitFor();
    await expect(this.page.getByRole('banner')).toContainText(title);
  }

  async rename(title: string, newTitle: string): Promise<void> {
    await this.row(title).getByRole('button', { name: 'Rename' }).click();
    await this.renameDialog.getByRole('textbox', { name: 'Title' }).fill(newTitle);
    await this.renameDialog.getByRole('button', { name: 'Rename' }).click();
  }

  moveToBin(title: string): Promise<void> {
    return this.row(title).getByRole('button', { name: 'Move to bin' }).click();
  }

  openBin(): Promise<void> {
    return this.page.getByRole('button', { name: /^Bin \d/ }).click();
  }

  leaveBin(): Promise<void> {
    return this.page.getByRole('button', { name: 'Back to the library' }).click();
  }

  /** Opens the question whether to delete an article in the bin. */
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
