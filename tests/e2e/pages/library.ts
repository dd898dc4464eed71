import { expect, type Locator } from '@playwright/test';
import { dialog } from './import-dialogs.ts';
import { PageObject } from './page-object.ts';

/** The line above everything else while the library can only be read here. */
export class AccessBanner extends PageObject {
  readonly editHere = this.page.getByRole('button', { name: 'Edit here' });
  readonly workInLibrary = this.page.getByRole('button', { name: 'Work in this library' });

  /** The line with that sentence. */
  saying(words: string): Locator {
    return this.page.getByRole('status').filter({ hasText: words });
  }
}

/** The screen that asks where the library is. */
export class MissingLibrary extends PageObject {
  readonly main = this.page.getByRole('main');
  readonly heading = this.main.getByRole('heading', { level: 1 });
  readonly tryAgain = this.page.getByRole('button', { name: 'Try again' });
  readonly find = this.page.getByRole('button', { name: 'Find it…' });
  readonly status = this.main.getByRole('status');
}

/** The screen that shows how far the library was moved. */
export class MovingLibrary extends PageObject {
  readonly main = this.page.getByRole('main');
  readonly heading = this.main.getByRole('heading', { level: 1 });
  readonly openLibrary = this.page.getByRole('button', { name: 'Open the library' });
}

/** The search of the whole library. */
export class SearchDialog extends PageObject {
  readonly dialog = dialog(this.page, 'Search the library');
  readonly field = this.dialog.getByRole('searchbox', { name: 'Words to search for' });
  readonly status = this.dialog.getByRole('status');
  private readonly list = this.dialog.getByRole('list', { name: 'Articles found' });
  /** The titles of the articles that were found. */
  readonly titles = this.list.getByRole('heading');
  /** The places in them. */
  readonly places = this.list.getByRole('button');
}

/** The first screen while the library is empty. */
export class Welcome extends PageObject {
  readonly section = this.page.getByRole('region', { name: 'Welcome' });
  readonly openFile = this.section.getByRole('button', { name: 'Open a file' });
  readonly paste = this.section.getByRole('button', { name: 'Paste text' });
  readonly openWeb = this.section.getByRole('button', { name: 'Open from the web' });
  readonly sample = this.section.getByRole('button', { name: 'Look at a sample' });
}

/** The overview of an article or of the library. */
export class OverviewDialog extends PageObject {
  readonly dialog = dialog(this.page, /^Overview of /);
  /** The deadline and what is open until then. */
  readonly openWork = this.dialog.getByRole('region', { name: 'Open until the deadline' });
  readonly setDeadline = this.openWork.getByRole('button', { name: 'Set a deadline…' });

  /** The table with the numbers of a drawing, which screen readers always get. */
  table(title: string): Locator {
    return this.dialog.getByRole('table', { name: title });
  }

  row(title: string, name: string): Locator {
    return this.table(title).getByRole('row', { name: new RegExp(`^${name}`) });
  }
}

/** The list of articles, and the bin. */
export class Library extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'Library', exact: true });
  readonly binHeading = this.page.getByRole('heading', { name: 'Bin', exact: true });
  readonly rows = this.page.getByRole('main').getByRole('listitem');
  readonly openFile = this.page.getByRole('button', { name: 'Open a file' });
  readonly paste = this.page.getByRole('button', { name: 'Paste text' });
  readonly search = this.page.getByRole('searchbox', { name: 'Search the library' });
  readonly sortBy = this.page.getByRole('combobox', { name: 'Sort by' });
  readonly settings = this.page.getByRole('button', { name: 'Settings' });
  readonly renameDialog = dialog(this.page, 'Rename article');
  readonly deleteDialog = dialog(this.page, /^Delete .* for good\?$/);

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
