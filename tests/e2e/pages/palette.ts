import type { Locator, Page } from '@playwright/test';
import { dialog } from './dialog';

/** The command palette. */
export class CommandPalette {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly options: Locator;
  /** The option that Enter runs. */
  readonly marked: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Command palette');
    this.field = this.dialog.getByRole('combobox');
    this.options = this.dialog.getByRole('option');
    this.marked = this.dialog.getByRole('option', { selected: true });
  }

  group(title: string): Locator {
    return this.dialog.getByRole('group', { name: title });
  }

  option(name: string | RegExp): Locator {
    return this.dialog.getByRole('option', { name });
  }
}
