import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { projectRoot } from '../support/electron/launch.ts';
import type { Stet } from '../support/electron/stet.ts';
import type { DialogAnswers } from '../support/system/dialogs.ts';

test.use({ reviewer: 'Cleo' });

const wordFile = (name: string) => join(projectRoot, 'tests/fixtures/word', name);
const ada = 'Ada Fields (4 comments)';

/** Opens the annotated article. Ada Fields is its author, and its note is her source. */
async function openAnnotated(stet: Stet, answerDialogs: (answers: DialogAnswers) => Promise<void>) {
  await answerDialogs({ open: wordFile('annotated.docx') });
  await stet.welcome.openFile.click();
  const { annotations, dialog, openArticle } = stet.preview;
  // Nobody is taken for an editor before it is asked.
  for (const role of ['Author', 'Editor'])
    await expect(annotations.commenter(ada).getByRole('radio', { name: role })).not.toBeChecked();
  await openArticle.click();
  await expect(dialog.getByRole('alert')).toHaveText('Say whose comments these are.');
  await expect(annotations.commenter(ada).getByRole('radio').first()).toBeFocused();
  await annotations.answer(ada, 'Author');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await annotations.notes.click();
  await stet.preview.accept();
  await expect(stet.claims.rows).toHaveCount(6);
}

test('an annotated draft is checked from import to report, and nothing that was declined returns', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const { claims, card, proposed, sourceForm, notices, exportDialog } = stet;
  await openAnnotated(stet, answerDialogs);
  await expect(claims.row('12 million people')).toContainText('evidence from the author, not looked at');
  await expect(claims.row('Nobody was asked').last()).not.toContainText('author');
  await claims.toggleFilter('From the author, not looked at');
  await expect(claims.rows).toHaveCount(5);
  await claims.clearFilters.click();

  // A link with a page and a quotation: the key for evidence opens the form, and only its button accepts.
  await claims.row('12 million people').click();
  await expect(proposed.annotations).toContainText(
    'Ada Fields: https://council.example/tram-report.html, p. 12',
  );
  await expect(proposed.unseen).toContainText('council.example');
  for (const leave of [() => stet.press('Escape'), () => sourceForm.cancel.click()]) {
    await stet.press('e');
    await expect(sourceForm.url).toHaveValue('https://council.example/tram-report.html');
    await expect(sourceForm.locatorField).toHaveValue('p. 12');
    await expect(sourceForm.quote).toHaveValue('twelve million in total');
    await leave();
    await expect(sourceForm.form).toHaveCount(0);
    await expect(card.evidence).toHaveCount(0);
    await expect(proposed.unseen).toHaveCount(1);
  }
  await stet.press('e');
  await sourceForm.stance('Supports').click();
  await sourceForm.accept.click();
  await expect(card.evidence).toHaveCount(1);
  await expect(card.evidence).toContainText('Supports');
  await expect(proposed.unseen).toHaveCount(0);
  await stet.press('Control+z');
  await expect(card.evidence).toHaveCount(0);
  await expect(proposed.unseen).toHaveCount(1);
  await stet.press('Control+Shift+z');
  await expect(card.evidence).toHaveCount(1);

  // A person is confidential, and is declined with a reason.
  await claims.row('412 million').click();
  await expect(proposed.unseen).toContainText('confidential');
  await proposed.decline('She does not answer.');
  await expect(proposed.declined).toContainText('She does not answer.');

  // A comment of an editor is a note as before; its address is what the key adds.
  await claims.row('Nobody was asked').last().click();
  await expect(card.note).toHaveValue('Ben Roe: Really? See https://press.example/1');
  await stet.press('e');
  await expect(card.evidenceFrom('press.example')).toHaveCount(1);

  // The note belongs to its sentence; what it names is corrected before it is accepted.
  await claims.row('Nobody was asked.[1]').click();
  await expect(proposed.annotations).toContainText('Annual report 2019, p. 4');
  await proposed.button('Accept…').click();
  await expect(sourceForm.title).toHaveValue('Annual report 2019');
  await sourceForm.title.fill('Annual report 2018');
  await sourceForm.accept.click();
  await expect(card.evidenceFrom('Annual report 2018')).toContainText('p. 4');
  await expect(proposed.unseen).toHaveCount(0);

  // A comment on a whole paragraph is one claim, which is split by sentence.
  await claims.row('It runs every ten minutes. It has nine stops.').click();
  await stet.press('t');
  await expect(claims.rows).toHaveCount(7);
  await expect(proposed.unseen).toContainText('timetable.pdf');
  await claims.row('It has nine stops.').click();
  await expect(proposed.unseen).toContainText('timetable.pdf');

  // The report says that evidence is unseen, and nothing else of it.
  const path = join(files, 'report.html');
  await answerDialogs({ save: path });
  await exportDialog.open();
  await exportDialog.chooseFormat('HTML');
  await exportDialog.saveAndClose();
  await expect(notices.messages.last()).toContainText('Report saved');
  const report = readFileSync(path, 'utf8');
  expect(report).toContain('Evidence proposed by the author was not looked at.');
  for (const word of ['Quornby', '7946', 'timetable', 'archive about']) expect(report).not.toContain(word);

  // The next draft asks nothing about known names, and brings back nothing.
  await answerDialogs({ open: wordFile('annotated-2.docx') });
  await stet.chooseMenuItem('File', 'Import draft…');
  await expect(stet.newDraft.annotations.section).toContainText(`${ada}: author`);
  await expect(stet.newDraft.annotations.commenter(ada)).toHaveCount(0);
  await expect(stet.newDraft.annotations.notes).toBeChecked();
  await stet.newDraft.accept();
  await expect(stet.bar.draft).toHaveText('Draft 2');
  await stet.press('Escape');
  await expect(claims.rows).toHaveCount(7);
  await claims.row('412 million').click();
  await expect(proposed.unseen).toHaveCount(0);
  await expect(proposed.declined).toHaveCount(1);
});
