import type { Locator, Page } from '@playwright/test';

/** Ties a source to the current claim, or mends a tie. */
export class SourceForm {
  readonly form: Locator;
  readonly title: Locator;
  readonly author: Locator;
  readonly publisher: Locator;
  readonly url: Locator;
  readonly published: Locator;
  readonly readOn: Locator;
  readonly primary: Locator;
  readonly place: Locator;
  readonly quote: Locator;
  readonly attach: Locator;
  readonly save: Locator;
  readonly cancel: Locator;
  readonly suggestions: Locator;

  constructor(page: Page) {
    this.form = page.getByRole('form', { name: /^(?:Source|Evidence) for claim \d+$/ });
    this.title = this.form.getByRole('combobox');
    this.author = this.field('Author');
    this.publisher = this.form.getByRole('textbox', { name: /^(?:Publisher|Organisation)$/ });
    this.url = this.field('URL');
    this.published = this.field('Published');
    this.readOn = this.form.getByRole('textbox', { name: /^(?:Read on|Spoken to)$/ });
    this.primary = this.form.getByRole('checkbox', { name: 'Primary source' });
    this.place = this.field('Place in the source');
    this.quote = this.field('Quoted words');
    this.attach = this.form.getByRole('button', { name: 'Attach source' });
    this.save = this.form.getByRole('button', { name: 'Save evidence' });
    this.cancel = this.form.getByRole('button', { name: 'Cancel' });
    this.suggestions = page.getByRole('option');
  }

  kind(name: 'Web page' | 'Document' | 'Dataset' | 'Person'): Locator {
    return this.form.getByRole('radiogroup', { name: 'Kind of source' }).getByRole('radio', { name });
  }

  stance(name: 'Supports' | 'Refutes' | 'Context'): Locator {
    return this.form.getByRole('radiogroup', { name: 'It says of this claim' }).getByRole('radio', { name });
  }

  field(name: string): Locator {
    return this.form.getByRole('textbox', { name, exact: true });
  }
}
