import { expect, type Locator, type Page } from '@playwright/test';

/** The card on the right with everything about one source. */
export class SourceCard {
  readonly card: Locator;
  readonly edit: Locator;
  readonly claims: Locator;
  readonly files: Locator;
  readonly attach: Locator;
  readonly sameAs: Locator;
  readonly merge: Locator;
  readonly deleteSource: Locator;
  readonly close: Locator;
  /** The reason why the source is unreliable, shown after choosing “Withdrawn” or “Wrong”. */
  readonly reason: Locator;

  constructor(private readonly page: Page) {
    this.card = page.getByRole('region', { name: 'Source', exact: true });
    this.edit = this.card.getByRole('button', { name: 'Edit source' });
    this.claims = this.card.getByRole('region', { name: 'Claims that use it' }).getByRole('listitem');
    this.files = this.card.getByRole('list', { name: 'Files' }).getByRole('listitem');
    this.attach = this.card.getByRole('button', { name: 'Attach files' });
    this.sameAs = this.card.getByRole('button', { name: 'Same source as' });
    this.merge = this.card.getByRole('button', { name: 'Merge into this one' });
    this.deleteSource = this.card.getByRole('button', { name: 'Delete source' });
    this.reason = this.card.getByRole('textbox', { name: /^Why is it (?:withdrawn|wrong)\?$/ });
    this.close = this.card.getByRole('button', { name: 'Close' });
  }

  standing(name: 'None noted' | 'Withdrawn' | 'Wrong'): Locator {
    return this.card
      .getByRole('radiogroup', { name: 'Problem with the source' })
      .getByRole('radio', { name });
  }

  /** Marks the source as unreliable with the mouse, and gives the reason. */
  async markUnreliable(name: 'Withdrawn' | 'Wrong', reason = ''): Promise<void> {
    await this.standing(name).click();
    await expect(this.reason).toBeFocused();
    await this.reason.fill(reason);
    await this.card.getByRole('button', { name: `Mark as ${name.toLowerCase()}` }).click();
  }

  /** The value of a field of the source by its label, for example `field('Published')`. */
  field(label: string): Locator {
    return this.card
      .locator('dl > div')
      .filter({ has: this.page.getByText(label, { exact: true }) })
      .getByRole('definition');
  }

  file(name: string): Locator {
    return this.files.filter({ hasText: name });
  }

  /** Chooses another source as a duplicate of this one. */
  async chooseDuplicate(title: string): Promise<void> {
    await this.sameAs.click();
    await this.page.getByRole('option', { name: title }).click();
  }
}
