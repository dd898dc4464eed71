import type { Locator, Page } from '@playwright/test';

/** The queue: claims of a new draft that need review, shown one by one. */
export class Queue {
  readonly section: Locator;
  readonly heading: Locator;
  /** Why the claim needs review. */
  readonly reason: Locator;
  /** The claim's sentence in the previous draft. */
  readonly before: Locator;
  /** The claim's sentence in the new draft. */
  readonly after: Locator;
  /** Spans of the new draft that the claim could be placed on. */
  readonly candidates: Locator;

  constructor(page: Page) {
    this.section = page.getByRole('region', { name: /^Claims of draft \d+ that need review$/ });
    this.heading = this.section.getByRole('heading', { level: 1 });
    this.reason = this.section.getByRole('status');
    this.before = this.section.getByRole('paragraph').first();
    this.after = this.section.getByRole('paragraph').nth(1);
    this.candidates = this.section.getByRole('list', { name: /^Possible places?$/ }).getByRole('listitem');
  }

  button(name: string | RegExp): Locator {
    return this.section.getByRole('button', { name });
  }
}
