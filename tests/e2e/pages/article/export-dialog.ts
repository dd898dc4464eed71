import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { dialog } from '../dialog';

export type FormatLabel = 'HTML' | 'PDF' | 'Markdown' | 'JSON';

export class ExportDialog {
  readonly dialog: Locator;
  readonly notes: Locator;
  readonly save: Locator;
  readonly cancel: Locator;
  /** Says how confidential sources are treated, and what may reveal one. */
  readonly confidential: Locator;
  /** The checkboxes of what may reveal a confidential source. */
  readonly possibleLeaks: Locator;
  readonly preview: Locator;
  /** The page shown for HTML and PDF. */
  readonly page: FrameLocator;
  /** The text shown for Markdown and JSON. */
  readonly text: Locator;

  constructor(private readonly window: Page) {
    this.dialog = dialog(window, 'Export report');
    this.notes = this.dialog.getByRole('checkbox', { name: 'Include notes' });
    this.save = this.dialog.getByRole('button', { name: 'Save report' });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
    this.confidential = this.dialog.getByRole('region', { name: 'Confidential sources' });
    this.possibleLeaks = this.confidential.getByRole('checkbox');
    this.preview = this.dialog.getByRole('region', { name: 'Preview' });
    this.page = this.preview.frameLocator('iframe');
    this.text = this.preview.locator('pre');
  }

  /** Opens the dialog with its key, and waits until it has the focus, which it takes a little later than it appears. */
  async open(): Promise<void> {
    await this.window.keyboard.press('Control+e');
    await expect(
      this.dialog.locator(':focus').or(this.dialog.and(this.window.locator(':focus'))),
    ).toBeVisible();
  }

  /** The buttons that lead to a claim that reveals something, or may do so. */
  goToClaim(number: number): Locator {
    return this.confidential.getByRole('button', { name: `Go to claim ${number}` });
  }

  format(name: FormatLabel): Locator {
    return this.dialog.getByRole('radiogroup', { name: 'Format' }).getByRole('radio', { name });
  }

  /** The checkbox that includes claims with this status, for example `statusCheckbox('Verified')`. */
  statusCheckbox(label: string): Locator {
    return this.dialog.getByRole('checkbox', { name: new RegExp(`^${label} \\d+$`) });
  }

  selectField(name: 'Citation style' | 'Paper'): Locator {
    return this.dialog.getByRole('button', { name });
  }

  async choose(field: 'Citation style' | 'Paper', option: string): Promise<void> {
    await this.selectField(field).click();
    await this.window.getByRole('option', { name: option }).click();
  }

  /** Waits until the preview shows the current choices. A thread makes it, which starts with the first one. */
  async waitForPreview(): Promise<void> {
    await expect(this.preview).toHaveAttribute('aria-busy', 'false', { timeout: 20_000 });
  }

  /** Saves the report, and waits until the dialog is gone. */
  async saveAndClose(): Promise<void> {
    await this.save.click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
