import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { makePdf } from '#tests/unit/renderer/documents/read/make-pdf.ts';
import { test } from '../fixtures.ts';
import { projectRoot } from '../support/electron/launch.ts';

test.use({ reviewer: 'Ada' });

const fixtureFile = (name: string) => join(projectRoot, 'tests/fixtures', name);

test('a Word document is imported with its notes, its comments as claims, and its tracked changes', {
  tag: '@core',
}, async ({ stet, answerDialogs }) => {
  await answerDialogs({ open: fixtureFile('word/ferry.docx') });
  await stet.welcome.openFile.click();
  const { preview, article, claims, card } = stet;
  await expect(preview.title).toHaveValue('The ferry that never left');
  await expect(preview.byline).toHaveValue('Nora Veld');
  await expect(preview.language).toHaveValue('en-GB');
  await expect(preview.notices).toContainText('3 notes kept as notes of the draft');
  await expect(preview.notices).toContainText('5 comments added as 4 claims');
  await expect(preview.notices).toContainText('2 tracked changes accepted');
  await preview.annotations.answerEditor();
  await preview.accept();

  // Notes follow the blocks that refer to them.
  const blocks = await article.readBlocks();
  const index = blocks.findIndex((text) => text.includes('[1] It was built in[2] 1986.'));
  expect(blocks[index + 1]).toBe('[1] Annual report, page 14.\nSee also the ledger.');
  expect(blocks[index + 2]).toBe('[2] Shipyard archive.');
  await expect(article.text.locator('sup').first()).toHaveText('[1]');

  // A comment becomes a claim on its words.
  await expect(claims.rows).toHaveCount(4);
  await claims.rows.nth(1).click();
  await expect(card.words).toHaveText('1.2 million people');
  await expect(card.note).not.toHaveValue('');
  await stet.press('Escape');

  // The note on a passage becomes evidence, with the page that it names.
  await article.select('people in 2025.');
  await stet.press('c', 'e');
  await expect(card.evidence).toHaveCount(1);
  await expect(card.evidence).toContainText('Annual report');
  await expect(card.evidence).toContainText('p. 14');
});

test('the page numbers of a PDF are shown in the margin, on the card and in the report', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const path = join(files, 'ferry.pdf');
  const lines = ['The ferry carried 1.2 million people in', '2019, the harbour office said.'];
  const pages = [
    ['Ferry to stop', ...lines, '1'],
    ['It was built in 1986 and cost', '4.2 million euros.', '2'],
  ];
  writeFileSync(path, makePdf({ pages, title: 'Ferry to stop' }));
  await answerDialogs({ open: path });
  await stet.welcome.openFile.click();
  await stet.preview.accept();
  const { article, card, exportDialog } = stet;
  await expect(article.text.getByText('p. 2', { exact: true })).toBeVisible();
  await expect(article.text).toContainText('carried 1.2 million people in 2019, the harbour office');
  await article.select('4.2 million euros');
  await stet.press('d');
  await expect(card.card).toContainText('page 2');
  await exportDialog.open();
  await exportDialog.waitForPreview();
  await expect(exportDialog.page.locator('body')).toContainText('Page 2 of the article.');
});

for (const name of ['ferry.odt', 'ferry.rtf', 'ferry.doc'])
  test(`${name} is imported in the sandboxed window, with notes and comments`, async ({
    stet,
    answerDialogs,
  }) => {
    await answerDialogs({ open: fixtureFile(`formats/${name}`) });
    await stet.welcome.openFile.click();
    await expect(stet.preview.title).toHaveValue('The ferry that never left');
    await expect(stet.preview.notices).toContainText('3 notes kept as notes of the draft');
    await stet.preview.annotations.answerEditor();
    await stet.preview.accept();
    expect(await stet.article.readBlocks()).toContain('[2] Shipyard archive.');
    await expect(stet.claims.rows.first()).toBeVisible();
  });
