import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The screen that asks where the library is. */
export class MissingLibrary {
  readonly main: Locator;
  readonly heading: Locator;
  readonly tryAgain: Locator;
  readonly find: Locator;
  readonly startNew: Locator;
  readonly status: Locator;
  readonly startDialog: Locator;
  readonly useUsualFolder: Locator;
  readonly chooseFolder: Locator;

  constructor(page: Page) {
    this.main = page.getByRole('main');
    this.heading = this.main.getByRole('heading', { level: 1 });
    this.tryAgain = page.getByRole('button', { name: 'Try again' });
    this.find = page.getByRole('button', { name: 'Find it…' });
    this.startNew = page.getByRole('button', { name: 'Start a new one…' });
    this.status = this.main.getByRole('status');
    this.startDialog = dialog(page, 'Start a new library?');
    this.useUsualFolder = this.startDialog.getByRole('button', { name: 'Use the usual folder' });
    this.chooseFolder = this.startDialog.getByRole('button', { name: 'Choose a folder…' });
  }
}
