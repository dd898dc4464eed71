import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { dialog } from './import-dialogs.ts';

const usualFormats = ['Word', 'PDF', 'HTML', 'Excel'] as const;

export type FormatLabel =
  | (typeof usualFormats)[number]
  | 'CSV'
  | 'Markdown'
  | 'JSON'
  | 'Web Annotation'
  | 'ClaimReview';

/** The formats whose text the specs read as a person would. */
export type ReadFormatLabel = 'HTML' | 'PDF' | 'Markdown' | 'JSON';

type SelectLabel = 'Citation style' | 'Paper' | 'Layout' | 'Other format';

export class ExportDialog {
  readonly dialog: Locator;
  /** The button that unfolds the rare options, with a line that says what is chosen. */
  readonly options: Locator;
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
    this.options = this.dialog.getByRole('button', { name: /^More options/ });
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

  private formatRadio(name: string): Locator {
    return this.dialog.getByRole('radiogroup', { name: 'Format' }).getByRole('radio', { name });
  }

  private isUsual(name: FormatLabel): boolean {
    return usualFormats.some((one) => one === name);
  }

  async chooseFormat(name: FormatLabel): Promise<void> {
    await this.formatRadio(this.isUsual(name) ? name : 'Other').click();
    if (!this.isUsual(name)) await this.choose('Other format', name);
  }

  async expectFormat(name: FormatLabel): Promise<void> {
    await expect(this.formatRadio(this.isUsual(name) ? name : 'Other')).toBeChecked();
    if (!this.isUsual(name)) await expect(this.selectField('Other format')).toContainText(name);
  }

  /** Whom the report is for. */
  reader(name: 'Public' | 'Editor' | 'Legal'): Locator {
    return this.dialog.getByRole('radiogroup', { name: 'For' }).getByRole('radio', { name });
  }

  /** Unfolds the options that an everyday export leaves alone, unless they are unfolded. */
  async openOptions(): Promise<void> {
    if ((await this.options.getAttribute('aria-expanded')) === 'false') await this.options.click();
    await expect(this.options).toHaveAttribute('aria-expanded', 'true');
  }

  /** The checkbox that includes claims with this status, for example `statusCheckbox('Verified')`. */
  statusCheckbox(label: string): Locator {
    return this.dialog.getByRole('checkbox', { name: new RegExp(`^${label} \\d+$`) });
  }

  selectField(name: SelectLabel): Locator {
    return this.dialog.getByRole('button', { name });
  }

  async choose(field: SelectLabel, option: string): Promise<void> {
    await this.selectField(field).click();
    await this.window.getByRole('option', { name: option }).click();
  }

  /** Waits until the preview shows the current choices. */
  async waitForPreview(): Promise<void> {
    await expect(this.preview).toHaveAttribute('aria-busy', 'false');
  }

  /** Saves the report, and waits until the dialog is gone. */
  async saveAndClose(): Promise<void> {
    await this.save.click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
