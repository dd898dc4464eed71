import type { Locator, Page } from '@playwright/test';

/** The claims of a new draft that need the reviewer, one by one. */
export class Queue {
  readonly section: Locator;
  readonly heading: Locator;
  /** Why the claim needs a look. */
  readonly why: Locator;
  /** The sentence with the claim's words as they were. */
  readonly old: Locator;
  /** The same as it is now. */
  readonly now: Locator;
  readonly places: Locator;

  constructor(page: Page) {
    this.section = page.getByRole('region', { name: /^Claims of draft \d+ that need review$/ });
    this.heading = this.section.getByRole('heading', { level: 1 });
    this.why = this.section.getByRole('status');
    this.old = this.section.getByRole('paragraph').first();
    this.now = this.section.getByRole('paragraph').nth(1);
    this.places = this.section.getByRole('list', { name: /^Possible places?$/ }).getByRole('listitem');
  }

  button(name: string | RegExp): Locator {
    return this.section.getByRole('button', { name });
  }
}
