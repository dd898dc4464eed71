import type { Locator } from '@playwright/test';

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

  async answer(label: string, role: 'Author' | 'Editor'): Promise<void> {
    await this.commenter(label).getByText(role, { exact: true }).click();
  }
}
