import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { hostileMarkdown, hostileParagraphs, hostilePieces, strangeLetters } from './support/hostile-text';
import { openReport } from './support/report-page';
import type { Stet } from './support/stet';

const [title = '', ...body] = hostileParagraphs;
const text = hostileParagraphs.join('\n\n');

/** Nothing in the article has become more than words, and nothing ran. */
async function isHarmless(stet: Stet): Promise<void> {
  const alive = stet.page.locator(
    'script:not([src]), img, iframe, details, animate, [href^="javascript:"], #root a',
  );
  await expect(alive).toHaveCount(0);
  expect(await stet.page.evaluate(() => globalThis.pwned)).toBeUndefined();
}

test('a hostile text is shown letter for letter and does nothing: pasted, as .txt and as .md', async ({
  stet,
  files,
  answerDialogs,
}) => {
  stet.page.on('dialog', (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
  await stet.pasteArticle(text);
  await expect(stet.article.title(title)).toBeVisible();
  expect(await stet.article.blocks()).toEqual(hostileParagraphs);
  await isHarmless(stet);

  const plain = join(files, `<img src=x onerror=pwned=1>.txt`);
  writeFileSync(plain, text);
  await answerDialogs({ open: plain });
  await stet.press('Control+o');
  await expect(stet.article.main).toContainText('imported from <img src=x onerror=pwned=1>.txt');
  expect(await stet.article.blocks()).toEqual(hostileParagraphs);
  await isHarmless(stet);

  const markdown = join(files, 'hostile.md');
  writeFileSync(markdown, `# ${title}\n\n${hostilePieces.join('\n\n')}\n\n${hostileMarkdown}\n`);
  await answerDialogs({ open: markdown });
  await stet.press('Control+o');
  await expect(stet.article.main).toContainText('imported from hostile.md');
  await expect(stet.article.text).toContainText(`<script>pwned = 'script'</script>`);
  await expect(stet.article.text).toContainText('runs');
  await isHarmless(stet);
});

test('nor does its report, opened from the disk in a browser that runs scripts', async ({
  stet,
  files,
  seedName,
  answerDialogs,
}) => {
  await seedName(`<script>pwned = 'name'</script>`);
  const path = join(files, 'report.html');
  await answerDialogs({ save: path });
  await stet.pasteArticle(text);
  await stet.article.select(`<script>pwned = 'script'</script>`);
  await stet.press('d');
  await stet.card.note.fill(hostilePieces.join('\n'));
  await stet.card.correction.fill(strangeLetters);
  await stet.card.addSource.click();
  await stet.sourceForm.title.fill(`<img src=x onerror="pwned = 'source'">`);
  await stet.sourceForm.url.fill(`https://evil.example/"onmouseover="pwned='url'"<script>`);
  await stet.sourceForm.quote.fill(`</q><script>pwned = 'quote'</script>`);
  await stet.sourceForm.attach.click();
  await isHarmless(stet);
  await stet.press('Control+e');
  await stet.exporting.save.click();
  await expect(stet.notices.mentions).toContainText('Report saved as report.html');

  const report = await openReport(path);
  const { page, requests } = report;
  page.on('dialog', (dialog) => requests.push(`a dialog: ${dialog.message()}`));
  for (const words of [...body.slice(0, -1), `<img src=x onerror="pwned = 'source'">`, 'bell␇ red␛[31m del␡'])
    await expect(page.locator('body')).toContainText(words);
  await page.mouse.move(300, 300);
  await page.keyboard.press('Tab');
  const alive = page.locator(
    'script, img, iframe, details, animate, [onload], [onerror], [onmouseover], [href^="javascript:"]',
  );
  await expect(alive).toHaveCount(0);
  expect(await page.evaluate(() => globalThis.pwned)).toBeUndefined();
  expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([page.url()]);
  await report.close();
});
