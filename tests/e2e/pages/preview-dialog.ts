import type { Locator, Page } from '@playwright/test';
import { dialog } from './dialog';

/** What was understood of a file before it becomes an article. */
export class PreviewDialog {
  readonly dialog: Locator;
  readonly title: Locator;
  readonly byline: Locator;
  readonly link: Locator;
  readonly published: Locator;
  readonly language: Locator;
  readonly notices: Locator;
  readonly blocks: Locator;
  readonly openArticle: Locator;
  readonly cancel: Locator;
  readonly leaveOut: Locator;

  constructor(page: Page) {
    this.dialog = dialog(page, 'Open as an article');
    this.title = this.dialog.getByRole('textbox', { name: 'Title' });
    this.byline = this.dialog.getByRole('textbox', { name: 'Byline' });
    this.link = this.dialog.getByRole('textbox', { name: 'Link' });
    this.published = this.dialog.getByRole('textbox', { name: 'Published' });
    this.language = this.dialog.getByRole('textbox', { name: 'Language' });
    this.notices = this.dialog.getByRole('list', { name: 'About this import' });
    this.blocks = this.dialog.getByRole('region', { name: 'Imported text' }).getByRole('listitem');
    this.openArticle = this.dialog.getByRole('button', { name: 'Open article' });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
    this.leaveOut = this.dialog.getByRole('button', { name: 'Skip this one' });
  }

  openAll(count: number, clickCount = 1): Promise<void> {
    return this.dialog.getByRole('button', { name: `Open all ${count}` }).click({ clickCount });
  }

  leaveOutAll(count: number): Promise<void> {
    return this.dialog.getByRole('button', { name: `Skip all ${count}` }).click();
  }

  /** Cancels what is under way meanwhile. */
  callOff(): Promise<void> {
    return this.dialog.getByRole('button', { name: 'Cancel' }).first().click();
  }

  importAsDraft(number: number): Locator {
    return this.dialog.getByRole('button', { name: `Import as draft ${number}` });
  }

  /** A button of a block, counted from 1. */
  block(
    block: number,
    button: 'Leave out' | 'Include again' | 'Split' | 'Join with next' | 'Show all',
  ): Locator {
    return this.blocks.nth(block - 1).getByRole('button', { name: button });
  }

  /** The words of a block that is being split. */
  get splitting(): Locator {
    return this.dialog.getByRole('textbox', { name: 'Where to split the block' });
  }

  /** The kind of a block, counted from 1. */
  kind(block: number): Locator {
    return this.dialog.getByRole('combobox', { name: `Kind of block ${block}`, exact: true });
  }

  /** Gives a block, counted from 1, another kind. */
  async changeKind(block: number, kind: string): Promise<void> {
    await this.kind(block).selectOption(kind);
  }

  /** Agrees to what was understood, and waits until the article can be read. */
  async accept(): Promise<void> {
    await this.openArticle.click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
