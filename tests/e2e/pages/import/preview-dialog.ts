import type { Locator, Page } from '@playwright/test';
import { ArticleFields } from '../article-fields';
import { dialog } from '../dialog';
import { AnnotationQuestions } from './annotation-questions';
import { EncodingField } from './encoding-field';

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

  /** Cancels reading the next file. */
  cancelReading(): Promise<void> {
    return this.dialog.getByRole('button', { name: 'Cancel' }).first().click();
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
