import type { Locator, Page } from '@playwright/test';

/** Short messages at the foot of the window. */
export class Notices {
  readonly section: Locator;
  /** What went wrong; stays until it is closed. */
  readonly problems: Locator;
  readonly mentions: Locator;

  constructor(page: Page) {
    this.section = page.getByRole('region', { name: 'Messages' });
    // Each is a child of a region that is always there, so that readers hear what comes in.
    this.problems = this.section.getByRole('alert').locator('> div');
    this.mentions = this.section.getByRole('status').locator('> div');
  }

  /** The button of the message with these words. */
  act(message: string | RegExp, button: string): Promise<void> {
    return this.mentions.filter({ hasText: message }).getByRole('button', { name: button }).click();
  }

  close(message: string | RegExp): Promise<void> {
    return this.problems
      .or(this.mentions)
      .filter({ hasText: message })
      .getByRole('button', { name: 'Close' })
      .click();
  }
}
