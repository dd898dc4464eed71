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
