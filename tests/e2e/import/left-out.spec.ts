import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { projectRoot } from '../support/electron/launch.ts';

const newsletter = 'All the news of the harbour in your inbox, every Friday at seven.';
const related = 'The crew that stayed ashore';

test('blocks that were left out of a saved web page are included again, and the account of its import says so', async ({
  stet,
  answerDialogs,
}) => {
  await answerDialogs({ open: join(projectRoot, 'tests/fixtures/web/newsletter.html') });
  await stet.welcome.openFile.click();
  const { preview, article } = stet;
  await expect(preview.title).toHaveValue('Ferry to stop in May');
  await expect(preview.notices).toContainText(
    'blocks of the page left out because they do not seem to be part of the article',
  );

  await expect(preview.block(newsletter)).toContainText('Left out');
  await preview.buttonOf(newsletter, 'Include again').click();
  await expect(preview.block(newsletter)).not.toContainText('Left out');
  await expect(preview.leftOut).toHaveText('1 block included again.');
  await preview.showLeftOut(related);
  await preview.buttonOf(related, 'Include again').click();
  await expect(preview.leftOut).toHaveText('2 blocks included again.');
  await preview.accept();

  const blocks = await article.readBlocks();
  const before = blocks.findIndex((text) => text.startsWith('“It was never about the money,”'));
  expect(blocks[before + 1]).toBe(newsletter);
  expect(blocks[before + 2]).toMatch(/^The last one leaves on 3 May/);
  expect(blocks.at(-1)).toBe(related);
  await expect(article.text).not.toContainText('Sign up for our newsletter');
  await expect(article.text).not.toContainText('Tolls rise');

  // The account is stored with the draft.
  await stet.restart();
  await stet.library.open('Ferry to stop in May');
  await stet.bar.draft.click();
  const { drafts } = stet;
  await drafts.button('About the import of draft 1').click();
  await expect(drafts.account(1)).toContainText(
    'left out because they do not seem to be part of the article',
  );
  await expect(drafts.account(1)).toContainText('2 blocks included again in the preview');
});
