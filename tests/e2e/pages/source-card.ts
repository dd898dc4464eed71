import type { Locator, Page } from '@playwright/test';

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

  constructor(private readonly page: Page) {
    this.card = page.getByRole('region', { name: 'Source', exact: true });
    this.edit = this.card.getByRole('button', { name: 'Edit source' });
    this.claims = this.card.getByRole('region', { name: 'Claims it carries' }).getByRole('listitem');
    this.files = this.card.getByRole('list', { name: 'Files' }).getByRole('listitem');
    this.attach = this.card.getByRole('button', { name: 'Attach files' });
    this.sameAs = this.card.getByRole('button', { name: 'Same source as' });
    this.merge = this.card.getByRole('button', { name: 'Merge into this one' });
    this.deleteSource = this.card.getByRole('button', { name: 'Delete source' });
    this.close = this.card.getByRole('button', { name: 'Close' });
  }

  stands(name: 'Stands' | 'Withdrawn' | 'Wrong'): Locator {
    return this.card.getByRole('radiogroup', { name: 'Does it stand?' }).getByRole('radio', { name });
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
