import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { projectRoot } from '../support/electron/runtime';
import { pasteDraft } from '../support/page/paste-draft';

test.use({ reviewer: 'Ada' });

test('what an import left out is stored with its draft and can be read later, by keyboard as well', async ({
  stet,
  answerDialogs,
}) => {
  await answerDialogs({ open: join(projectRoot, 'tests/fixtures/word/ferry.docx') });
  await stet.welcome.openFile.click();
  const { preview } = stet;
  await expect(preview.notices).toContainText('2 tracked changes accepted');
  const shown = await preview.notices.getByRole('listitem').allTextContents();
  await preview.blockButton(2, 'Leave out').click();
  await preview.annotations.answerEditor();
  await preview.accept();
  await stet.restart();
  await stet.library.open('The ferry that never left');
  await pasteDraft(stet, 'The ferry never left. It was built in 1986.');
  await stet.newDraft.accept();

  await stet.press('Escape');
  await stet.bar.draft.click();
  const { drafts } = stet;
  const button = drafts.button('About the import of draft 1');
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await button.focus();
  await stet.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  const items = drafts.account(1).getByRole('listitem');
  await expect(items).toContainText([
    ...shown,
    '1 block left out in the preview',
    'left out in the preview: “',
  ]);
  await stet.press('Enter');
  await expect(drafts.account(1)).toBeHidden();
  await drafts.button('About the import of draft 2').click();
  await expect(drafts.rows.first()).toContainText('reported nothing left out, guessed or unreadable');
});
