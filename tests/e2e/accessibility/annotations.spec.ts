import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { projectRoot } from '../support/electron/launch.ts';
import { expectNoViolations } from '../support/page/accessibility.ts';

test.use({ reviewer: 'Cleo' });

const wordFile = (name: string) => join(projectRoot, 'tests/fixtures/word', name);

test('axe finds no violation in an annotated draft, from its questions to its account, in either theme', async ({
  stet,
  answerDialogs,
}) => {
  test.setTimeout(120_000);
  const { preview, claims, proposed, sourceForm, page } = stet;
  await answerDialogs({ open: wordFile('annotated.docx') });
  await stet.welcome.openFile.click();
  await expect(preview.annotations.section).toBeVisible();
  await expectNoViolations(stet, 'questions whose comments they are');
  await preview.openArticle.click();
  await expect(preview.dialog.getByRole('alert')).toBeVisible();
  await expectNoViolations(stet, 'questions that were missed');
  await preview.annotations.answer('Ada Fields (4 comments)', 'Author');
  await preview.annotations.notes.click();
  await expectNoViolations(stet, 'questions with their answers');
  await preview.accept();

  await claims.row('12 million people').click();
  await expect(proposed.unseen).toContainText('council.example');
  await expectNoViolations(stet, 'card with proposed evidence');
  await stet.press('e');
  await expect(sourceForm.accept).toBeVisible();
  await expectNoViolations(stet, 'form that accepts proposed evidence');
  await sourceForm.accept.click();
  await expect(proposed.unseen).toHaveCount(0);
  await expectNoViolations(stet, 'card with accepted evidence');

  await claims.row('412 million').click();
  await proposed.button('Decline').click();
  await expect(proposed.reason).toBeFocused();
  await expectNoViolations(stet, 'question why evidence is declined');
  await proposed.reason.fill('She does not answer.');
  await stet.press('Enter');
  await expect(proposed.declined).toHaveCount(1);
  await expectNoViolations(stet, 'card with declined evidence');

  await claims.row('It runs every ten minutes. It has nine stops.').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Split by sentence' })).toBeVisible();
  await expectNoViolations(stet, 'menu that splits a claim');
  await page.getByRole('menuitem', { name: 'Split by sentence' }).click();
  await expect(claims.row('It has nine stops.')).toHaveCount(1);
  await proposed.unseen.getByText('timetable.pdf', { exact: true }).click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Accept as it is' })).toBeVisible();
  await expectNoViolations(stet, 'menu of proposed evidence');
  await stet.press('Escape');

  await answerDialogs({ open: wordFile('annotated-2.docx') });
  await stet.chooseMenuItem('File', 'Import draft…');
  await expect(stet.newDraft.annotations.notes).toBeChecked();
  await expectNoViolations(stet, 'questions of a next draft');
  await stet.newDraft.accept();
  await stet.press('Escape');
  await stet.bar.draft.click();
  await stet.drafts.button('About the import of draft 2').click();
  await expect(stet.drafts.account(2)).toBeVisible();
  await expectNoViolations(stet, 'account of an import');
});
