import type { Locator, Page } from '@playwright/test';
import { PageObject } from './page-object.ts';

/** The questions in a preview whose comments and notes are the author's. */
export class AnnotationQuestions {
  readonly section: Locator;
  readonly notes: Locator;

  constructor(dialog: Locator) {
    this.section = dialog.getByRole('region', { name: 'Comments and notes' });
    this.notes = this.section.getByRole('checkbox');
  }

  /** The question about one commenter, such as "Ada Fields (4 comments)". */
  commenter(label: string): Locator {
    return this.section.getByRole('radiogroup', { name: label, exact: true });
  }

  /** Says that all comments are an editor's. */
  async answerEditor(): Promise<void> {
    await this.section.waitFor();
    for (const question of await this.section.getByRole('radiogroup').all())
      await question.getByText('Editor', { exact: true }).click();
  }

  async answer(label: string, role: 'Author' | 'Editor'): Promise<void> {
    await this.commenter(label).getByText(role, { exact: true }).click();
  }
}

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

export function dialog(page: Page, title: string | RegExp): Locator {
  return page.getByRole('dialog', { name: title });
}

export class PasteDialog {
  readonly dialog: Locator;
  readonly text: Locator;
  readonly submit: Locator;

  constructor(page: Page, title = 'Paste an article') {
    this.dialog = dialog(page, title);
    this.text = this.dialog.getByRole('textbox', { name: 'Text of the article' });
    this.submit = this.dialog.getByRole('button', { name: 'Continue' });
  }

  async submitText(text: string): Promise<void> {
    await this.text.fill(text);
    await this.submit.click();
  }
}

/** The dialog that asks for the address of a web page. */
export class WebDialog extends PageObject {
  readonly dialog = dialog(this.page, 'Open from the web');
  readonly address = this.dialog.getByRole('textbox', { name: 'Address of the article' });
  readonly fetch = this.dialog.getByRole('button', { name: 'Fetch' });

  async open(address: string): Promise<void> {
    await this.address.fill(address);
    await this.fetch.click();
  }
}

/** The text fields for an article's title, byline and other details, which two dialogs share. */
class ArticleFields {
  readonly title: Locator;
  readonly byline: Locator;
  readonly link: Locator;
  readonly published: Locator;
  readonly language: Locator;

  constructor(readonly dialog: Locator) {
    this.title = dialog.getByRole('textbox', { name: 'Title' });
    this.byline = dialog.getByRole('textbox', { name: 'Byline' });
    this.link = dialog.getByRole('textbox', { name: 'Link' });
    this.published = dialog.getByRole('textbox', { name: 'Published' });
    this.language = dialog.getByRole('combobox', { name: 'Language' });
  }
}

/** The dialog with the article's title, byline and other details. */
export class DetailsDialog extends ArticleFields {
  readonly deadline: Locator;
  readonly save: Locator;

  constructor(page: Page) {
    super(dialog(page, 'Article details'));
    this.deadline = this.dialog.getByLabel('Deadline of the check');
    this.save = this.dialog.getByRole('button', { name: 'Save details' });
  }
}

/** The preview of an import, shown before it becomes an article. */
export class PreviewDialog extends ArticleFields {
  readonly notices: Locator;
  readonly blocks: Locator;
  /** Says which drafts in the library have this text already. */
  readonly known: Locator;
  readonly leftOut: Locator;
  readonly annotations: AnnotationQuestions;
  readonly encoding: EncodingField;
  readonly openArticle: Locator;
  readonly cancel: Locator;
  readonly skip: Locator;

  constructor(page: Page) {
    super(dialog(page, 'Open as an article'));
    this.notices = this.dialog.getByRole('list', { name: 'About this import' });
    this.blocks = this.dialog.getByRole('region', { name: 'Imported text' }).getByRole('listitem');
    this.known = this.dialog.getByRole('status', { name: 'Drafts that this import repeats or answers' });
    this.leftOut = this.dialog.getByRole('status', { name: 'What is lost with blocks left out' });
    this.annotations = new AnnotationQuestions(this.dialog);
    this.encoding = new EncodingField(page, this.dialog);
    this.openArticle = this.dialog.getByRole('button', { name: 'Open article' });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
    this.skip = this.dialog.getByRole('button', { name: 'Skip this one' });
  }

  openAll(count: number, clickCount = 1): Promise<void> {
    return this.dialog.getByRole('button', { name: `Open all ${count}` }).click({ clickCount });
  }

  skipAll(count: number): Promise<void> {
    return this.dialog.getByRole('button', { name: `Skip all ${count}` }).click();
  }

  importAsDraft(number: number): Locator {
    return this.dialog.getByRole('button', { name: `Import as draft ${number}` });
  }

  /** A button of a block. Blocks are counted from 1. */
  blockButton(
    blockNumber: number,
    button: 'Leave out' | 'Include again' | 'Split' | 'Join with next' | 'Show all',
  ): Locator {
    return this.blocks.nth(blockNumber - 1).getByRole('button', { name: button });
  }

  /** The block with this text. */
  block(text: string): Locator {
    return this.blocks.filter({ hasText: text });
  }

  /** A button of the block with this text. */
  buttonOf(text: string, button: 'Leave out' | 'Include again'): Locator {
    return this.block(text).getByRole('button', { name: button });
  }

  /** Shows blocks one by one that the importer left out in a row, by the text of one of them. */
  async showLeftOut(text: string): Promise<void> {
    await this.block(text).getByRole('button', { name: 'Show them' }).click();
  }

  /** The text field in which a block is split at the cursor. */
  get splitField(): Locator {
    return this.dialog.getByRole('textbox', { name: 'Where to split the block' });
  }

  /** The kind of a block. Blocks are counted from 1. */
  blockKind(blockNumber: number): Locator {
    return this.dialog.getByRole('combobox', { name: `Kind of block ${blockNumber}`, exact: true });
  }

  /** Changes the kind of a block. Blocks are counted from 1. */
  async changeBlockKind(blockNumber: number, kind: string): Promise<void> {
    await this.blockKind(blockNumber).selectOption(kind);
  }

  /** Opens the article, and waits until the dialog is gone. */
  async accept(): Promise<void> {
    await this.openArticle.click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
