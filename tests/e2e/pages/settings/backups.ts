import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The part of the settings about backups, and the dialogs that it opens. */
export class Backups {
  readonly part: Locator;
  readonly useProposed: Locator;
  readonly chooseAnother: Locator;
  readonly backUpNow: Locator;
  readonly lookAgain: Locator;
  readonly beginNewSet: Locator;
  readonly restore: Locator;
  readonly status: Locator;
  readonly restoreDialog: Locator;
  readonly restoreLibrary: Locator;
  readonly checkDialog: Locator;

  constructor(page: Page) {
    this.part = dialog(page, 'Settings').getByRole('region', { name: 'Backups' });
    this.useProposed = this.part.getByRole('button', { name: 'Use this folder' });
    this.chooseAnother = this.part.getByRole('button', { name: 'Choose another…' });
    this.backUpNow = this.part.getByRole('button', { name: 'Back up now' });
    this.lookAgain = this.part.getByRole('button', { name: 'Look again' });
    this.beginNewSet = this.part.getByRole('button', { name: 'Begin a new set here' });
    this.restore = this.part.getByRole('button', { name: 'Restore…' });
    this.status = this.part.getByRole('status');
    this.restoreDialog = dialog(page, 'Restore from a backup');
    this.restoreLibrary = this.restoreDialog.getByRole('button', { name: 'Restore the whole library…' });
    this.checkDialog = dialog(page, 'Check library');
  }

  /** The row of an article in the dialog that restores. */
  article(title: string): Locator {
    return this.restoreDialog.getByRole('listitem').filter({ hasText: title });
  }

  /** The findings in the dialog that checks. */
  get findings(): Locator {
    return this.checkDialog.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  }
}
