import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { projectRoot } from '../support/electron/launch.ts';
import type { Stet } from '../support/electron/stet.ts';
import { readComments, WordParts } from '../support/reports/word-parts.ts';
import type { DialogAnswers } from '../support/system/dialogs.ts';

test.use({ reviewer: 'Rosa Lind' });

const annotated = join(projectRoot, 'tests/fixtures/word/annotated.docx');
const main = 'word/document.xml';

interface Tools {
  stet: Stet;
  files: string;
  answerDialogs: (answers: DialogAnswers) => Promise<void>;
}

/** Opens the author's file, in which no comment names a person, judges one of its comments, and marks other words by hand. */
async function checkArticle({ stet, files, answerDialogs }: Tools): Promise<WordParts> {
  const { article, claims, card, preview } = stet;
  const original = WordParts.read(annotated);
  original.replace('word/comments.xml', 'Zelda Quornby, 020 7946 0958', 'By which year?');
  const path = join(files, 'tram.docx');
  original.write(path);
  await answerDialogs({ open: path });
  await stet.welcome.openFile.click();
  await preview.annotations.answerEditor();
  await preview.accept();
  await claims.row('12 million people').click();
  await card.verdict('Disputed').click();
  await article.select('in 2019');
  await stet.press('v');
  await article.select('every ten minutes');
  await stet.press('d');
  // The card shows the next claim a frame after the key.
  await expect(card.card).toContainText('every ten minutes');
  await card.writeCorrection('every twelve minutes');
  await stet.status.waitUntilSaved();
  await expect(claims.rows).toHaveCount(7);
  return original;
}

async function openExport({ stet, answerDialogs }: Tools, answers: DialogAnswers): Promise<void> {
  await answerDialogs(answers);
  await stet.exportDialog.open();
  await stet.exportDialog.chooseFormat('Word');
}

async function importDraft({ stet, answerDialogs }: Tools, path: string): Promise<void> {
  await answerDialogs({ open: path });
  await stet.chooseMenuItem('File', 'Import draft…');
  await expect(stet.newDraft.notices).toContainText('7 comments of a Stet report came back');
}

test('findings go into the author’s own Word file, and its answers come back on the same claims', {
  tag: '@core',
}, async ({ stet, files, answerDialogs }) => {
  const tools = { stet, files, answerDialogs };
  const { exportDialog, claims, card, newDraft } = stet;
  const original = await checkArticle(tools);
  const save = join(files, 'tram-checked.docx');
  await openExport(tools, { save });
  await exportDialog.saveAndClose();
  await expect(stet.notices.messages.last()).toContainText('Report saved as tram-checked.docx.');
  const written = WordParts.read(save);
  const comments = readComments(written);
  const ours = comments.filter(({ author }) => author === 'Rosa Lind');

  await test.step('each claim is a comment on its words, and that of an old comment replies to it', () => {
    expect(ours.map(({ text, words }) => [text.split('\n')[0], words])).toEqual([
      ['Disputed · claim 1', '12 million people'],
      ['Verified · claim 2', 'in 2019'],
      ['Unchecked · claim 3', '412 million'],
      ['Unchecked · claim 4', 'Nobody was asked'],
      ['Unchecked · claim 5', 'It runs every ten minutes. It has nine stops.'],
      ['Disputed · claim 6', 'every ten minutes'],
      ['Unchecked · claim 7', ''],
    ]);
    expect(ours.map(({ repliesTo }) => repliesTo)).toEqual([
      'https://council.example/tram-report.html, p. 12 “twelve million in total”',
      null,
      'By which year?',
      'Really? See https://press.example/1',
      'timetable.pdf, p. 3',
      null,
      'Ask the archive about the map',
    ]);
  });

  await test.step('the correction is a tracked change', () => {
    expect(written.getText(main)).toMatch(/<w:del [^>]*w:author="Rosa Lind"[^>]*>.*?ten<\/w:delText>/);
    expect(written.getText(main)).toMatch(/<w:ins [^>]*w:author="Rosa Lind"[^>]*>.*?twelve<\/w:t>/);
  });

  await test.step('the comments of the author and every other part are as they were', () => {
    const old = readComments(original);
    const sameComments = comments.filter(({ author }) => author !== 'Rosa Lind');
    expect(sameComments.map(({ text, words }) => [text, words])).toEqual(
      old.map(({ text, words }) => [text, words]),
    );
    const untouched = original.names.filter(
      (name) => !/document\.xml|comments\.xml|Content_Types/.test(name),
    );
    expect(untouched).toContain('word/footnotes.xml');
    for (const name of untouched) expect(written.getBytes(name)).toBe(original.getBytes(name));
  });

  await test.step('as it is, it comes back without a claim twice', async () => {
    await importDraft(tools, save);
    await newDraft.accept();
    await expect(stet.bar.draft).toHaveText('Draft 2');
    await stet.press('Escape');
    await expect(claims.rows).toHaveCount(7);
    await stet.status.expectText('1 verified · 2 disputed · 0 can’t verify · 4 unchecked');
    await claims.row('every ten minutes').last().click();
    await expect(card.verdict('Disputed')).toBeChecked();
    await expect(card.correction).toHaveValue('every twelve minutes');
    await stet.press('Control+z');
    await expect(stet.bar.draft).toHaveText('Draft 1');
  });

  await test.step('with the change accepted and an answer, both are on the claim', async () => {
    const answered = WordParts.read(save);
    answered.replace(main, /<w:del [^>]*Rosa Lind.*?<\/w:del>/, '');
    answered.replace(main, /<w:ins [^>]*Rosa Lind[^>]*>(.*?)<\/w:ins>/, '$1');
    const asked = ours.find(({ text }) => text.startsWith('Disputed · claim 6'));
    answered.replace(
      'word/comments.xml',
      '</w:comments>',
      '<w:comment w:id="900" w:author="Ada Fields" w:date="2026-12-01T10:00:00Z"><w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="70000001"><w:r><w:t>Right, since May.</w:t></w:r></w:p></w:comment></w:comments>',
    );
    answered.replace(
      'word/commentsExtended.xml',
      '</w15:commentsEx>',
      `<w15:commentEx w15:paraId="70000001" w15:paraIdParent="${asked?.paragraphIds.at(-1)}" w15:done="0"/></w15:commentsEx>`,
    );
    const path = join(files, 'tram-answered.docx');
    answered.write(path);
    await importDraft(tools, path);
    await expect(newDraft.notices).toContainText('1 with an answer, 1 correction accepted');
    await newDraft.accept();
    await stet.press('Escape');
    await expect(stet.article.text).toContainText('It runs every twelve minutes.');
    await expect(claims.rows).toHaveCount(7);
    await claims.row('every twelve minutes').last().click();
    await expect(card.answers).toContainText('Right, since May.');
    await expect(card.answers).toContainText('Correction “every twelve minutes” accepted by the author.');
  });
});

test('a confidential source in an old comment of the author’s file stops the report, and a clean document does not name it', async ({
  stet,
  files,
  answerDialogs,
  guard,
}) => {
  guard.allow(/^main's log: .*report\.export: confidential/);
  const tools = { stet, files, answerDialogs };
  const { preview, proposed, exportDialog, notices, page } = stet;
  await answerDialogs({ open: annotated });
  await stet.welcome.openFile.click();
  await preview.annotations.answer('Ada Fields (4 comments)', 'Author');
  await preview.accept();
  await stet.claims.row('412 million').click();
  await proposed.unseen.getByText('Zelda Quornby', { exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Accept as it is' }).click();
  await expect(stet.card.evidenceFrom('Zelda Quornby')).toContainText('confidential');

  const save = join(files, 'report.docx');
  await openExport(tools, { save });
  await exportDialog.waitForPreview();
  await exportDialog.save.click();
  const error = notices.errors.last();
  await expect(error).toContainText(
    'the author’s file, into which it is written, holds what is confidential',
  );
  await expect(error).toContainText('comment');
  await expect(error).toContainText('Export a clean document instead');
  await expect(error).not.toContainText(/quornby/i);
  expect(existsSync(save)).toBe(false);

  await exportDialog.openOptions();
  await exportDialog.dialog.getByRole('radio', { name: 'A clean document' }).click();
  await exportDialog.saveAndClose();
  expect(WordParts.read(save).getAllText()).not.toMatch(/quornby|7946/i);
});
