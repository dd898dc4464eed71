import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { copyHtml } from '../support/page/copy-html';

test.use({ reviewer: 'Ada' });

const html =
  '<h1>Ferry to stop</h1><p>It <a href="https://www.port.example/news/ferry-figures-for-2019.html">carried 1.2 million people</a>.</p>' +
  '<p>The <a href="https://council.example/minutes">council</a> voted in May, and the <a href="https://council.example/minutes">same council</a> in June.</p>' +
  '<p><a href="javascript:alert(1)">Nothing</a> leads nowhere.</p>';

test.beforeEach(async ({ stet }) => {
  await copyHtml(stet.page, html);
  await stet.press('ControlOrMeta+v');
  await stet.preview.accept();
});

test('one key turns a link on a claim’s words into evidence, and one undo removes it', async ({ stet }) => {
  const { article, card, sourceForm: form } = stet;
  await article.select('carried 1.2 million people');
  await stet.press('v');
  await expect(card.card.getByRole('button', { name: 'Add source from link' })).toBeVisible();
  await stet.press('e');
  const evidence = card.card.getByRole('region', { name: 'Evidence' });
  // Nobody chose the stance, so it is that of the verdict.
  await expect(evidence).toContainText('Supports');
  await expect(evidence).toContainText('Ferry figures for 2019');
  await expect(evidence).toContainText('https://www.port.example/news/ferry-figures-for-2019.html');

  // The same key again opens the existing evidence.
  await stet.press('e');
  await expect(stet.notices.messages).toContainText(
    '“Ferry figures for 2019” is attached to claim 1 already. This is its evidence.',
  );
  await expect(form.form).toHaveAccessibleName('Evidence for claim 1');
  await expect(form.title).toHaveValue('Ferry figures for 2019');
  await form.stance('Context').click();
  await form.save.click();
  await expect(evidence).toContainText('Context');
  await expect(evidence.getByRole('listitem')).toHaveCount(1);
  await stet.press('Control+z');
  await expect(evidence).toContainText('Supports');
  await stet.press('Control+z');
  await expect(evidence).not.toContainText('Ferry figures');

  await article.select('leads nowhere');
  await stet.press('c', 'e');
  await expect(stet.notices.messages).toContainText(
    'Nothing names a source for this claim: no link, no note, and no address in your note.',
  );
});

test('all links are listed once and added together, as evidence where their words are claims', async ({
  stet,
}) => {
  const { article, links, sources } = stet;
  await article.select('carried 1.2 million people');
  await stet.press('c', 'l');
  await stet.page.getByRole('button', { name: 'Links in the article' }).click();
  await expect(links.links).toHaveCount(2);
  await expect(links.dialog).not.toContainText('javascript');
  await links.add('2 sources');
  await expect(stet.notices.messages).toContainText('2 sources added from the article.');
  await expect(sources.rows).toHaveCount(2);
  await expect(sources.rows.filter({ hasText: 'Ferry figures for 2019' })).toContainText('1');
  await stet.chooseMenuItem('File', 'Links in the article…');
  await expect(links.links.first()).toBeDisabled();
  await stet.press('Escape');
  await stet.press('Control+z');
  await expect(sources.rows).toHaveCount(0);
});
