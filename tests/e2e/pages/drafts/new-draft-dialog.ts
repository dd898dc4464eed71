import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';
import { AnnotationQuestions } from '../import/annotation-questions';

/** The summary of what a new draft changes, shown before the draft is added. */
export class NewDraftDialog {
  readonly dialog: Locator;
  /** The question that is asked first if the text has almost nothing in common with the last draft. */
  readonly sameArticleQuestion: Locator;
  readonly claims: Locator;
  readonly annotations: AnnotationQuestions;
  readonly add: Locator;
  readonly cancel: Locator;

  constructor(private readonly page: Page) {
    this.dialog = dialog(page, /^Draft \d+ of/);
    this.sameArticleQuestion = dialog(page, /^Is this a draft of/);
    this.claims = this.dialog.getByRole('region', { name: 'Claims that change' }).getByRole('listitem');
    this.annotations = new AnnotationQuestions(this.dialog);
    this.add = this.dialog.getByRole('button', { name: /^Add draft/ });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
  }

  /** The number of claims or words under a label. */
  count(label: string): Locator {
    return this.dialog
      .locator('div')
      .filter({ has: this.page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) }) })
      .last()
      .getByRole('definition');
  }

  /** Adds the draft, and waits until the dialog is gone. */
  async accept(): Promise<void> {
    await this.add.click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
