import type { Locator } from '@playwright/test';
import { PageObject } from './page-object.ts';

/** The form that attaches a source to the current claim, or edits evidence or a source. */
export class SourceForm extends PageObject {
  readonly form = this.page.getByRole('form', {
    name: /^(?:(?:Source|Evidence) for claim \d+|Edit source)$/,
  });
  readonly title = this.form.getByRole('combobox');
  readonly author = this.field('Author');
  readonly publisher = this.form.getByRole('textbox', { name: /^(?:Publisher|Organization)$/ });
  readonly url = this.field('URL');
  readonly published = this.field('Published');
  readonly primary = this.form.getByRole('checkbox', { name: 'Primary source' });
  readonly secondary = this.form.getByRole('checkbox', { name: 'Secondary source' });
  readonly confidential = this.form.getByRole('checkbox', { name: 'Confidential' });
  /** Words that give a confidential source away; shown for these alone. */
  readonly alsoHide = this.field('Also hide');
  readonly archived = this.field('Archived at');
  readonly contact = this.field('Contact');
  readonly derivedFrom = this.form.getByRole('button', { name: 'Derived from' });
  readonly note = this.field('Note on this evidence');
  readonly attachFiles = this.form.getByRole('button', { name: 'Attach files' });
  readonly newFiles = this.form.getByRole('list', { name: 'New files' }).getByRole('listitem');
  readonly locatorField = this.field('Place in the source');
  readonly quote = this.field('Quote');
  readonly attach = this.form.getByRole('button', { name: 'Attach source' });
  /** Accepts what the author proposes. */
  readonly accept = this.form.getByRole('button', { name: 'Accept evidence' });
  readonly save = this.form.getByRole('button', { name: /^Save (?:evidence|source)$/ });
  readonly cancel = this.form.getByRole('button', { name: 'Cancel' });
  readonly suggestions = this.page.getByRole('option');

  kind(name: 'Web page' | 'Document' | 'Dataset' | 'Person'): Locator {
    return this.form.getByRole('radiogroup', { name: 'Kind of source' }).getByRole('radio', { name });
  }

  stance(name: 'Supports' | 'Refutes' | 'Context'): Locator {
    return this.form
      .getByRole('radiogroup', { name: 'What it says about the claim' })
      .getByRole('radio', { name });
  }

  /** Fills in text fields, given by label. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) await this.field(label).fill(value);
  }

  /** A source that the form suggests for the typed title. */
  suggestion(words: string): Locator {
    return this.suggestions.filter({ hasText: words });
  }

  newFile(name: string): Locator {
    return this.newFiles.filter({ hasText: name });
  }

  /** Pastes text from another program into the focused field. */
  async paste(text: string): Promise<void> {
    await this.copy(text);
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** Copies text to the clipboard, as another program would. */
  async copy(text: string): Promise<void> {
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
  }

  /** Pastes a picture into the focused field, such as a screenshot. */
  async pastePicture(): Promise<void> {
    await this.copyPicture();
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** Copies a picture to the clipboard. */
  async copyPicture(): Promise<void> {
    await this.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(4, 4);
      canvas.getContext('2d')?.fillRect(0, 0, 2, 2);
      const picture = await canvas.convertToBlob({ type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ [picture.type]: picture })]);
    });
  }

  /** Chooses the source from which this one is derived. */
  async chooseOrigin(title: string): Promise<void> {
    await this.derivedFrom.click();
    await this.page.getByRole('option', { name: title }).click();
  }

  field(name: string): Locator {
    return this.form.getByRole('textbox', { name, exact: true });
  }
}
