import type { Locator } from '@playwright/test';
import { dialog } from './import-dialogs.ts';
import { PageObject } from './page-object.ts';

/** The part of the settings about backups, and the dialogs that it opens. */
export class Backups extends PageObject {
  readonly part = dialog(this.page, 'Settings').getByRole('region', { name: 'Backups' });
  readonly chooseAnother = this.part.getByRole('button', { name: 'Choose another…' });
  readonly backUpNow = this.part.getByRole('button', { name: 'Back up now' });
  readonly lookAgain = this.part.getByRole('button', { name: 'Look again' });
  readonly beginNewSet = this.part.getByRole('button', { name: 'Begin a new set here' });
  readonly restore = this.part.getByRole('button', { name: 'Restore…' });
  readonly status = this.part.getByRole('status');
  readonly restoreDialog = dialog(this.page, 'Restore from a backup');
  readonly restoreLibrary = this.restoreDialog.getByRole('button', { name: 'Restore the whole library…' });
  readonly checkDialog = dialog(this.page, 'Check library');

  /** The row of an article in the dialog that restores. */
  article(title: string): Locator {
    return this.restoreDialog.getByRole('listitem').filter({ hasText: title });
  }

  /** The findings in the dialog that checks. */
  get findings(): Locator {
    return this.checkDialog.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  }
}

/** The dialog that changes keys. */
export class KeysDialog extends PageObject {
  readonly dialog = dialog(this.page, 'Change keyboard shortcuts');
  readonly resetAll = this.dialog.getByRole('button', { name: 'Reset all' });
  readonly done = this.dialog.getByRole('button', { name: 'Done' });
  /** The field that takes a new key. */
  readonly recorder = this.dialog.getByRole('textbox', { name: /^New key for/ });
  readonly conflict = this.dialog.getByRole('alert');

  row(command: string): Locator {
    return this.dialog.getByRole('listitem').filter({ hasText: command });
  }

  button(command: string, name: string): Locator {
    return this.row(command).getByRole('button', { name, exact: true });
  }
}

/** The dialog that takes the reviewer's name. */
export class ReviewerDialog extends PageObject {
  /** The button in the status bar that opens it, while there are verdicts and no name. */
  readonly sign = this.page.getByRole('contentinfo').getByRole('button', { name: 'Sign with your name…' });
  readonly dialog = dialog(this.page, 'Who is checking?');
  readonly name = this.dialog.getByRole('textbox', { name: 'Your name' });
  readonly save = this.dialog.getByRole('button', { name: 'Save name' });
  readonly notNow = this.dialog.getByRole('button', { name: 'Not now' });
}

/** Short messages at the bottom of the window. */
export class Notices extends PageObject {
  readonly section = this.page.getByRole('region', { name: 'Messages' });
  /** Errors, which stay until they are closed. */
  // The live regions always exist, so that screen readers announce the messages that appear in them.
  readonly errors = this.section.getByRole('alert').locator('> div');
  /** All other messages. */
  readonly messages = this.section.getByRole('status').locator('> div');

  /** Presses a button in the message with this text. */
  pressButton(message: string | RegExp, button: string): Promise<void> {
    return this.messages.filter({ hasText: message }).getByRole('button', { name: button }).click();
  }

  close(message: string | RegExp): Promise<void> {
    return this.errors
      .or(this.messages)
      .filter({ hasText: message })
      .getByRole('button', { name: 'Close' })
      .click();
  }
}

/** The command palette. */
export class CommandPalette extends PageObject {
  readonly dialog = dialog(this.page, 'Command palette');
  readonly field = this.dialog.getByRole('combobox');
  /** The option that Enter runs. */
  readonly marked = this.dialog.getByRole('option', { selected: true });

  group(title: string): Locator {
    return this.dialog.getByRole('group', { name: title });
  }

  option(name: string | RegExp): Locator {
    return this.dialog.getByRole('option', { name });
  }
}

export class SettingsDialog extends PageObject {
  readonly dialog = dialog(this.page, 'Settings');
  readonly name = this.dialog.getByRole('textbox', { name: 'Your name' });
  readonly changeKeys = this.dialog.getByRole('button', { name: 'Change keys…' });
  readonly library = this.dialog.getByRole('region', { name: 'Library' });
  readonly move = this.library.getByRole('button', { name: 'Move…' });
  readonly openAnother = this.library.getByRole('button', { name: 'Open another…' });
  readonly done = this.dialog.getByRole('button', { name: 'Done' });

  theme(name: 'Same as system' | 'Light' | 'Dark'): Locator {
    return this.dialog.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name });
  }
}
