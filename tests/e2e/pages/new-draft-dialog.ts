import type { Locator, Page } from '@playwright/test';
import { dialog } from './dialog';

/** What a new draft changes, before it is taken. */
export class NewDraftDialog {
  readonly dialog: Locator;
  /** The question that comes first when the text is another one altogether. */
  readonly sameArticleQuestion: Locator;
  readonly claims: Locator;
  readonly add: Locator;
  readonly cancel: Locator;

  constructor(private readonly page: Page) {
    this.dialog = dialog(page, /^Draft \d+ of/);
    this.sameArticleQuestion = dialog(page, /^Is this a draft of/);
    this.claims = this.dialog.getByRole('region', { name: 'Claims that change' }).getByRole('listitem');
    this.add = this.dialog.getByRole('button', { name: /^Add draft/ });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
  }

  /** How many claims, or words, are counted under a label. */
  count(label: string): Locator {
    return this.dialog
      .locator('div')
      .filter({ has: this.page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) }) })
      .last()
      .getByRole('definition');
  }

  /** Takes the draft, and waits until it is on the screen. */
  async accept(): Promise<void> {
    await this.add.click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
