import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { projectRoot } from '../support/electron/launch.ts';
import { watchShownFiles } from '../support/system/shown-files.ts';

const wordFile = join(projectRoot, 'tests/fixtures/word/ferry.docx');

test('the Word file of a draft can be opened and saved from the list of drafts, by mouse and by keyboard', async ({
  stet,
  files,
  answerDialogs,
}) => {
  await answerDialogs({ open: wordFile });
  await stet.welcome.openFile.click();
  await stet.preview.annotations.answerEditor();
  await stet.preview.accept();
  const shownFiles = await watchShownFiles(stet.app);
  await stet.bar.draft.click();
  const { drafts, page } = stet;
  await drafts.button('Open the Word file of draft 1').click();
  await expect.poll(shownFiles).toHaveLength(1);
  const saved = join(files, 'mine.docx');
  await answerDialogs({ save: saved });
  await expect(drafts.button('Save a copy…')).toHaveAccessibleDescription('Open the Word file of draft 1');
  await drafts.button('Save a copy…').click();
  await expect(stet.notices.messages).toContainText('Saved as mine.docx.');
  expect(readFileSync(saved).equals(readFileSync(wordFile))).toBe(true);

  await drafts.button('Open the Word file of draft 1').focus();
  await stet.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Show in folder' }).click();
  await expect.poll(shownFiles).toHaveLength(2);
  expect((await shownFiles()).map(({ path, shownAs }) => [basename(path), shownAs])).toEqual([
    ['ferry.docx', 'file'],
    ['ferry.docx', 'folder'],
  ]);
  await drafts.rows.first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Open the Word file' }).click();
  await expect.poll(shownFiles).toHaveLength(3);
});
