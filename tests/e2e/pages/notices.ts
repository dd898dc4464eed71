import type { Locator, Page } from '@playwright/test';

/** Short messages at the bottom of the window. */
export class Notices {
  readonly section: Locator;
  /** Errors, which stay until they are closed. */
  readonly errors: Locator;
  /** All other messages. */
  readonly messages: Locator;

  constructor(page: Page) {
    this.section = page.getByRole('region', { name: 'Messages' });
    // The live regions always exist, so that screen readers announce the messages that appear in them.
    this.errors = this.section.getByRole('alert').locator('> div');
    this.messages = this.section.getByRole('status').locator('> div');
  }

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
