import { expect, type Locator, type Page } from '@playwright/test';

/** Everything about one source, on the right. */
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
  /** Asked for when the source is said to have fallen. */
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

  stands(name: 'Reliable' | 'Withdrawn' | 'Wrong'): Locator {
    return this.card.getByRole('radiogroup', { name: 'Is it reliable?' }).getByRole('radio', { name });
  }

  /** Chooses that the source fell, with the mouse, and answers why. */
  async fell(name: 'Withdrawn' | 'Wrong', reason = ''): Promise<void> {
    await this.stands(name).click();
    await expect(this.reason).toBeFocused();
    await this.reason.fill(reason);
    await this.card.getByRole('button', { name: `Mark as ${name.toLowerCase()}` }).click();
  }

  /** What is said of the source under this label, for example `fact('Published')`. */
  fact(label: string): Locator {
    return this.card
      .locator('dl > div')
      .filter({ has: this.page.getByText(label, { exact: true }) })
      .getByRole('definition');
  }

  file(name: string): Locator {
    return this.files.filter({ hasText: name });
  }

  /** Chooses the source that is the same as this one. */
  async pickDouble(title: string): Promise<void> {
    await this.sameAs.click();
    await this.page.getByRole('option', { name: title }).click();
  }
}
