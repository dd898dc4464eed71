import type { Locator } from '@playwright/test';
import { AnnotationQuestions, dialog, EncodingField } from './import-dialogs.ts';
import { PageObject } from './page-object.ts';

/** The dialog that compares two drafts, side by side or inline. */
export class CompareDialog extends PageObject {
  readonly dialog = dialog(this.page, 'Compare drafts');
  /** The number of the current change, or the message that there is none. */
  readonly position = this.dialog.getByRole('status');
  readonly next = this.dialog.getByRole('button', { name: 'Next change' });
  readonly onlyChanges = this.dialog.getByRole('checkbox', { name: 'Changes only' });
  readonly text = this.dialog.getByRole('region', { name: 'Both drafts' });
  /** Says how changes and claims look. */
  readonly legend = this.dialog.getByRole('list', { name: 'Legend' }).getByRole('listitem');
  readonly before = this.dialog.getByRole('combobox', { name: 'Before' });

  view(name: 'Side by side' | 'Inline'): Locator {
    return this.dialog.getByRole('radio', { name });
  }
}

/** The dialog that applies the corrections of claims in a new draft. */
export class CorrectionsDialog extends PageObject {
  readonly dialog = dialog(this.page, 'Apply corrections');
  readonly rows = this.dialog.getByRole('list', { name: 'Corrections' }).getByRole('listitem');
  readonly createDraft = this.dialog.getByRole('button', { name: /^Create draft/ });
}

/** The list of all drafts of the article. */
export class DraftsDialog extends PageObject {
  readonly dialog = dialog(this.page, 'Drafts');
  readonly rows = this.dialog.getByRole('list', { name: 'Drafts' }).getByRole('listitem');

  /** The account of the import of a draft, once it is asked for. */
  account(draftNumber: number): Locator {
    return this.dialog.getByRole('list', { name: `About the import of draft ${draftNumber}` });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name });
  }
}

/** The queue: claims of a new draft that need review, shown one by one. */
export class Queue extends PageObject {
  readonly section = this.page.getByRole('region', { name: /^Claims of draft \d+ that need review$/ });
  readonly heading = this.section.getByRole('heading', { level: 1 });
  /** Why the claim needs review. */
  readonly reason = this.section.getByRole('status');
  /** The claim's sentence in the previous draft. */
  readonly before = this.section.getByRole('paragraph').first();
  /** The claim's sentence in the new draft. */
  readonly after = this.section.getByRole('paragraph').nth(1);
  /** Spans of the new draft that the claim could be placed on. */
  readonly candidates = this.section.getByRole('list', { name: /^Possible places?$/ }).getByRole('listitem');

  button(name: string | RegExp): Locator {
    return this.section.getByRole('button', { name });
  }
}

/** The summary of what a new draft changes, shown before the draft is added. */
export class NewDraftDialog extends PageObject {
  readonly dialog = dialog(this.page, /^Draft \d+ of/);
  /** The question that is asked first if the text has almost nothing in common with the last draft. */
  readonly sameArticleQuestion = dialog(this.page, /^Is this a draft of/);
  readonly claims = this.dialog.getByRole('region', { name: 'Claims that change' }).getByRole('listitem');
  readonly notices = this.dialog.getByRole('list', { name: 'About this import' });
  /** The blocks of the imported text, while it is shown. */
  readonly blocks = this.dialog.getByRole('region', { name: 'Imported text' }).getByRole('listitem');
  readonly annotations = new AnnotationQuestions(this.dialog);
  readonly encoding = new EncodingField(this.page, this.dialog);
  /** The encoding of a text that looks like another article. */
  readonly encodingOfOther = new EncodingField(this.page, this.sameArticleQuestion);
  readonly add = this.dialog.getByRole('button', { name: /^Add draft/ });
  readonly cancel = this.dialog.getByRole('button', { name: 'Cancel' });

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
