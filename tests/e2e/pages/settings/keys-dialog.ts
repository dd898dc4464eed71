import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

/** The dialog that changes keys. */
export class KeysDialog {
  readonly dialog: Locator;
  readonly search: Locator;
  readonly resetAll: Locator;
  readonly done: Locator;
  /** The field that takes a new key. */
  readonly recorder: Locator;
  readonly conflict: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Change keyboard shortcuts');
    this.search = this.dialog.getByRole('searchbox', { name: 'Find a command or key' });
    this.resetAll = this.dialog.getByRole('button', { name: 'Reset all' });
    this.done = this.dialog.getByRole('button', { name: 'Done' });
    this.recorder = this.dialog.getByRole('textbox', { name: /^New key for/ });
    this.conflict = this.dialog.getByRole('alert');
  }

  row(command: string): Locator {
    return this.dialog.getByRole('listitem').filter({ hasText: command });
  }

  button(command: string, name: string): Locator {
    return this.row(command).getByRole('button', { name, exact: true });
  }
}
