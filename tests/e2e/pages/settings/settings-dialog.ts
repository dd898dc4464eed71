import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';

export class SettingsDialog {
  readonly dialog: Locator;
  readonly name: Locator;
  readonly letterKeys: Locator;
  readonly changeKeys: Locator;
  readonly library: Locator;
  readonly showInFolder: Locator;
  readonly move: Locator;
  readonly openAnother: Locator;
  readonly done: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Settings');
    this.name = this.dialog.getByRole('textbox', { name: 'Your name' });
    this.letterKeys = this.dialog.getByRole('checkbox', { name: 'Use single-letter shortcuts' });
    this.changeKeys = this.dialog.getByRole('button', { name: 'Change keys…' });
    this.library = this.dialog.getByRole('region', { name: 'Library' });
    this.showInFolder = this.library.getByRole('button', { name: 'Show in folder' });
    this.move = this.library.getByRole('button', { name: 'Move…' });
    this.openAnother = this.library.getByRole('button', { name: 'Open another…' });
    this.done = this.dialog.getByRole('button', { name: 'Done' });
  }

  theme(name: 'Same as system' | 'Light' | 'Dark'): Locator {
    return this.dialog.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name });
  }
}
