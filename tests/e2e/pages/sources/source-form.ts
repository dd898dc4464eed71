import type { Locator, Page } from '@playwright/test';

/** The form that attaches a source to the current claim, or edits evidence or a source. */
export class SourceForm {
  readonly form: Locator;
  readonly title: Locator;
  readonly author: Locator;
  readonly publisher: Locator;
  readonly url: Locator;
  readonly published: Locator;
  readonly readOn: Locator;
  readonly primary: Locator;
  readonly secondary: Locator;
  readonly confidential: Locator;
  /** Words that give a confidential source away; shown for these alone. */
  readonly alsoHide: Locator;
  readonly archived: Locator;
  readonly contact: Locator;
  readonly derivedFrom: Locator;
  readonly note: Locator;
  readonly attachFiles: Locator;
  readonly newFiles: Locator;
  readonly locatorField: Locator;
  readonly quote: Locator;
  readonly attach: Locator;
  /** Accepts what the author proposes. */
  readonly accept: Locator;
  readonly save: Locator;
  readonly cancel: Locator;
  readonly suggestions: Locator;

  constructor(private readonly page: Page) {
    this.form = page.getByRole('form', { name: /^(?:(?:Source|Evidence) for claim \d+|Edit source)$/ });
    this.title = this.form.getByRole('combobox');
    this.author = this.field('Author');
    this.publisher = this.form.getByRole('textbox', { name: /^(?:Publisher|Organization)$/ });
    this.url = this.field('URL');
    this.published = this.field('Published');
    this.readOn = this.form.getByRole('textbox', { name: /^(?:Read on|Spoken to on)$/ });
    this.primary = this.form.getByRole('checkbox', { name: 'Primary source' });
    this.secondary = this.form.getByRole('checkbox', { name: 'Secondary source' });
    this.confidential = this.form.getByRole('checkbox', { name: 'Confidential' });
    this.alsoHide = this.field('Also hide');
    this.archived = this.field('Archived at');
    this.contact = this.field('Contact');
    this.derivedFrom = this.form.getByRole('button', { name: 'Derived from' });
    this.note = this.field('Note on this evidence');
    this.attachFiles = this.form.getByRole('button', { name: 'Attach files' });
    this.newFiles = this.form.getByRole('list', { name: 'New files' }).getByRole('listitem');
    this.locatorField = this.field('Place in the source');
    this.quote = this.field('Quote');
    this.attach = this.form.getByRole('button', { name: 'Attach source' });
    this.accept = this.form.getByRole('button', { name: 'Accept evidence' });
    this.save = this.form.getByRole('button', { name: /^Save (?:evidence|source)$/ });
    this.cancel = this.form.getByRole('button', { name: 'Cancel' });
    this.suggestions = page.getByRole('option');
  }

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
