import type { Locator, Page } from '@playwright/test';

/** The choice of the encoding in which a file is read, in a preview of an import. */
export class EncodingField {
  readonly button: Locator;
  /** Asks before edits of the blocks are lost. */
  readonly question: Locator;

  constructor(
    private readonly page: Page,
    dialog: Locator,
  ) {
    this.button = dialog.getByRole('button', { name: 'Encoding of the file' });
    this.question = dialog.getByRole('alert').filter({ hasText: 'Your changes to the blocks' });
  }

  /** Has the file read in another encoding. */
  async choose(name: string): Promise<void> {
    await this.button.click();
    await this.page.getByRole('option', { name, exact: true }).click();
  }
}
