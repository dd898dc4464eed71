import type { FrameLocator, Locator, Page } from '@playwright/test';
import { dialog } from './dialog';

export class ExportDialog {
  readonly dialog: Locator;
  readonly notes: Locator;
  readonly save: Locator;
  readonly confidential: Locator;
  readonly preview: Locator;
  /** The page shown for HTML and PDF. */
  readonly page: FrameLocator;
  /** The text shown for Markdown and JSON. */
  readonly text: Locator;

  constructor(private readonly window: Page) {
    this.dialog = dialog(window, 'Export report');
    this.notes = this.dialog.getByRole('checkbox', { name: 'Include notes' });
    this.save = this.dialog.getByRole('button', { name: 'Save report' });
    this.confidential = this.dialog.getByRole('status');
    this.preview = this.dialog.getByRole('region', { name: 'Preview' });
    this.page = this.preview.frameLocator('iframe');
    this.text = this.preview.locator('pre');
  }

  format(name: 'HTML' | 'PDF' | 'Markdown' | 'JSON'): Locator {
    return this.dialog.getByRole('radiogroup', { name: 'Format' }).getByRole('radio', { name });
  }

  /** Whether claims that stand so are part of the report, for example `claims('Verified')`. */
  claims(label: string): Locator {
    return this.dialog.getByRole('checkbox', { name: new RegExp(`^${label} \\d+$`) });
  }

  async pick(list: 'Citation style' | 'Paper', option: string): Promise<void> {
    await this.dialog.getByRole('button', { name: list }).click();
    await this.window.getByRole('option', { name: option }).click();
  }
}
