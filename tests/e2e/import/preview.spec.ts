import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { makePdf } from '#tests/unit/renderer/documents/read/make-pdf.ts';
import { test } from '../fixtures.ts';
import { ferryTitle } from '../support/articles/ferry-check.ts';
import { articleFile } from '../support/files/fixture-files.ts';
import { copyHtml, dropFiles } from '../support/page/drop.ts';
import { getShownDialogs } from '../support/system/dialogs.ts';

/** Writes a PDF of 3,000 pages, which takes a while to read, and returns its path. */
function writeLongPdf(folder: string): string {
  const path = join(folder, 'long.pdf');
  const pages = Array.from({ length: 3_000 }, (_, page) => [`Page ${page} says little.`]);
  writeFileSync(path, makePdf({ pages }));
  return path;
}

test('the preview shows the imported fields and text, which can be edited before they become the article', {
  tag: '@core',
}, async ({ stet }) => {
  await dropFiles(stet.page, articleFile('article.md'));
  const { preview, article } = stet;
  await expect(preview.title).toHaveValue('Ferry to stop in May');
  await expect(preview.dialog).toContainText('article.md · 68 words');
  await expect(preview.blocks.first()).toContainText('Ferry to stop in May');

  await preview.language.fill('klingonish');
  await preview.openArticle.click();
  await expect(preview.dialog).toContainText('There is no such language.');
  await preview.title.fill('The last ferry');
  await preview.byline.fill('Ada Brinnekamp');
  await preview.published.fill('2026-05-04');
  await preview.language.fill('en');
  await preview.changeBlockKind(2, 'Heading 3');
  await expect(preview.blockKind(2)).toHaveValue('heading3');
  await preview.accept();

  await expect(article.title('The last ferry')).toBeVisible();
  await expect(article.main).toContainText('Ada Brinnekamp · 4 May 2026');
  await expect(article.text.getByRole('heading', { level: 3 })).toContainText('By Ada Brinnekamp');
  await stet.restart();
  await stet.library.open('The last ferry');
  await expect(stet.article.text.getByRole('heading', { level: 3 })).toContainText('By Ada Brinnekamp');
});

test('blocks can be left out, split and joined in the preview, also by keyboard', async ({ stet }) => {
  const long = `${'It says a little more about the ferry. '.repeat(12)}Its last sentence is read as well.`;
  await stet.library.paste.click();
  await stet.pasteDialog.submitText(
    ['המעבורת', 'Read more: our newsletter', 'First half of a', 'sentence. And a second one.', long].join(
      '\n\n',
    ),
  );
  const { preview } = stet;
  await expect(preview.blocks).toHaveCount(5);
  // Each block is aligned by its own direction.
  await expect(preview.blocks.getByText('המעבורת')).toHaveCSS('direction', 'rtl');
  await expect(preview.blocks.getByText('המעבורת')).toHaveCSS('text-align', 'start');
  await preview.blockButton(5, 'Show all').click();
  await expect(preview.blocks.last()).toContainText('Its last sentence is read as well.');

  await preview.blockButton(2, 'Leave out').focus();
  await stet.press('Enter');
  await expect(preview.blockButton(2, 'Include again')).toBeFocused();
  await expect(preview.leftOut).toHaveText('1 block left out.');
  await preview.blockButton(3, 'Join with next').focus();
  await stet.press('Enter');
  await expect(preview.blocks.nth(2)).toContainText('First half of a sentence. And a second one.');
  await stet.press('Control+z');
  await expect(preview.blocks).toHaveCount(5);
  await preview.blockButton(3, 'Join with next').focus();
  await stet.press('Enter');
  await expect(preview.blocks).toHaveCount(4);
  await preview.blockButton(3, 'Split').focus();
  await stet.press('Enter', 'a', 'Escape');
  await expect(preview.splitField).toBeHidden();
  await expect(preview.blockButton(3, 'Split')).toBeFocused();
  await stet.press('Enter');
  await expect(preview.splitField).toHaveValue('First half of a sentence. And a second one.');
  // Typing changes nothing. Only the position of the cursor counts.
  await stet.press('x', ...Array<string>(25).fill('ArrowRight'), 'Enter');
  await expect(preview.blocks).toHaveCount(5);
  await expect(preview.blocks.nth(3)).toContainText('And a second one.');
  await expect(preview.blockButton(3, 'Split')).toBeFocused();

  await preview.accept();
  expect((await stet.article.readBlocks()).slice(0, 3)).toEqual([
    'המעבורת',
    'First half of a sentence.',
    'And a second one.',
  ]);
  await expect(stet.article.text).not.toContainText('newsletter');
});

test('several files are previewed one by one, or opened all at once', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const paths = ['One', 'Two', 'Three', 'Four'].map((name) => {
    const path = join(files, `${name}.txt`);
    writeFileSync(path, `${name} headline\n\nIt says little.`);
    return path;
  });
  const broken = join(files, 'broken.txt');
  writeFileSync(broken, '');
  await answerDialogs({ open: [...paths, broken] });
  await stet.welcome.openFile.click();
  await expect(stet.notices.errors).toContainText('broken.txt is empty; nothing was changed.');
  const { preview } = stet;
  await stet.notices.close('broken.txt');
  await expect(preview.title).toHaveValue('One headline');
  await preview.skip.click();
  await expect(preview.title).toHaveValue('Two headline');
  await expect(preview.dialog).toContainText('2 of 4');
  await preview.openArticle.click();
  await expect(preview.title).toHaveValue('Three headline');
  // A double click opens them only once.
  await preview.openAll(2, 2);
  await expect(preview.dialog).toBeHidden();
  await expect(stet.article.title('Four headline')).toBeVisible();
  await stet.goToLibrary();
  await expect(stet.library.rows).toHaveCount(3);

  // Closing the window asks while files wait to be opened. All of them can be skipped at once.
  await stet.library.openFile.click();
  await expect(preview.title).toHaveValue('One headline');
  await expect(preview.dialog.getByRole('button', { name: 'Open all 4' })).toBeVisible();
  await expect(stet.notices.errors).toContainText('broken.txt is empty');
  await answerDialogs({ button: 0 });
  await stet.pressClose();
  await expect
    .poll(() => getShownDialogs(stet.app))
    .toEqual([
      expect.objectContaining({
        message: '4 files or texts were read, but not opened yet.',
        buttons: ['Keep open', 'Close anyway'],
      }),
    ]);
  await preview.skipAll(4);
  await expect(preview.dialog).toBeHidden();
  await expect(stet.library.rows).toHaveCount(3);
});

test('reading a long file shows its progress, does not block the app, and can be cancelled', async ({
  stet,
  files,
}) => {
  await stet.pasteArticle();
  await dropFiles(stet.page, writeLongPdf(files));
  const task = stet.page.getByRole('progressbar', { name: 'Reading' });
  await expect(task).toHaveAttribute('max', '3000');
  // Meanwhile claims can be marked, and articles can be closed and opened.
  await stet.article.select('1.2 million people');
  await stet.press('c');
  await expect(stet.article.claimMarks(1)).toBeVisible();
  await stet.goToLibrary();
  await stet.library.open(ferryTitle);
  await stet.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(task).toBeHidden();
  await expect(stet.preview.dialog).toBeHidden();
  await expect(stet.notices.errors).toHaveCount(0);
});

test('pasted rich text keeps its structure', async ({ stet }) => {
  const html =
    '<h1>Ferry to stop</h1><p>It carried <b>1.2 million</b> people, the <a href="https://port.example/a">port</a> said.</p>' +
    '<blockquote>We were never asked.</blockquote><ul><li>One</li><li>Two</li></ul><script>document.title="run"</script>';
  await copyHtml(stet.page, html, 'no structure');
  await stet.press('ControlOrMeta+v');
  await expect(stet.preview.title).toHaveValue('Ferry to stop');
  await stet.preview.accept();
  const { text } = stet.article;
  await expect(text.getByRole('heading', { level: 1 })).toHaveText('Ferry to stop');
  await expect(text.locator('strong')).toHaveText('1.2 million');
  await expect(text.getByRole('blockquote')).toHaveText('We were never asked.');
  expect(await stet.article.readBlocks()).toEqual([
    'Ferry to stop',
    'It carried 1.2 million people, the port said.',
    'We were never asked.',
    'One',
    'Two',
  ]);
});
