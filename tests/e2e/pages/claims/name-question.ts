import type { Locator, Page } from '@playwright/test';

/** The line of the card that asks for the reviewer's name after the first verdict without one. */
export class NameQuestion {
  readonly form: Locator;
  readonly name: Locator;
  readonly save: Locator;
  readonly notNow: Locator;

  constructor(page: Page) {
    this.form = page.getByRole('form', { name: 'Your name' });
    this.name = this.form.getByRole('textbox', { name: 'Your name, for the record' });
    this.save = this.form.getByRole('button', { name: 'Save' });
    this.notNow = this.form.getByRole('button', { name: 'Not now' });
  }
}
