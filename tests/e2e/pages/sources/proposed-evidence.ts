import type { Locator, Page } from '@playwright/test';

/** The evidence that the author proposed for the current claim, in its card. */
export class ProposedEvidence {
  readonly unseen: Locator;
  readonly annotations: Locator;
  readonly declined: Locator;
  readonly reason: Locator;

  constructor(private readonly page: Page) {
    const unseen = page.getByRole('region', { name: 'From the author, not yet looked at' });
    this.unseen = unseen.getByRole('listitem');
    this.annotations = unseen.getByRole('blockquote');
    this.declined = page.getByRole('region', { name: 'From the author, declined' }).getByRole('listitem');
    this.reason = page.getByRole('textbox', { name: 'Why is it declined?' });
  }

  button(name: 'Accept…' | 'Decline' | 'Open link'): Locator {
    return this.unseen.first().getByRole('button', { name });
  }

  /** Declines the first one with a reason, by the keyboard alone. */
  async decline(reason: string): Promise<void> {
    await this.button('Decline').focus();
    await this.page.keyboard.press('Enter');
    await this.reason.fill(reason);
    await this.page.keyboard.press('Enter');
  }

  async lookAgain(): Promise<void> {
    await this.declined.first().getByRole('button', { name: 'Look at it again' }).click();
  }
}
