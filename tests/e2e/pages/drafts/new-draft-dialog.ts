import type { Locator, Page } from '@playwright/test';
import { dialog } from '../dialog';
import { AnnotationQuestions } from '../import/annotation-questions';
import { EncodingField } from '../import/encoding-field';

/** The summary of what a new draft changes, shown before the draft is added. */
export class NewDraftDialog {
  readonly dialog: Locator;
  /** The question that is asked first if the text has almost nothing in common with the last draft. */
  readonly sameArticleQuestion: Locator;
  readonly claims: Locator;
  readonly notices: Locator;
  /** Says which drafts in the library have this text already. */
  readonly known: Locator;
  /** The blocks of the imported text, while it is shown. */
  readonly blocks: Locator;
  readonly annotations: AnnotationQuestions;
  readonly encoding: EncodingField;
  /** The encoding of a text that looks like another article. */
  readonly encodingOfOther: EncodingField;
  readonly add: Locator;
  readonly cancel: Locator;

  constructor(private readonly page: Page) {
    this.dialog = dialog(page, /^Draft \d+ of/);
    this.sameArticleQuestion = dialog(page, /^Is this a draft of/);
    this.claims = this.dialog.getByRole('region', { name: 'Claims that change' }).getByRole('listitem');
    this.notices = this.dialog.getByRole('list', { name: 'About this import' });
    this.blocks = this.dialog.getByRole('region', { name: 'Imported text' }).getByRole('listitem');
    this.known = this.dialog.getByRole('status').filter({ hasText: 'already' });
    this.annotations = new AnnotationQuestions(this.dialog);
    this.encoding = new EncodingField(page, this.dialog);
    this.encodingOfOther = new EncodingField(page, this.sameArticleQuestion);
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

  /** Shows the imported text in the place of what happens to the claims. */
  async showText(): Promise<void> {
    await this.dialog.getByText('Imported text', { exact: true }).click();
  }

  /** Adds the draft, and waits until the dialog is gone. */
  async accept(): Promise<void> {
    await this.add.click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
