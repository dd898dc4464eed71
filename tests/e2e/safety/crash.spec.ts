import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import { ArticleFiles } from '../support/library/stored-files.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test.use({ stetOwnProcess: true });

test.beforeEach(async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('c');
  await stet.status.waitUntilSaved();
});

test('an edit that was shown as “Saved” survives kill -9', async ({ stet }) => {
  await stet.press('d');
  await stet.card.note.fill('The port says 1.1 million.');
  await stet.press('Tab');
  await stet.status.waitUntilSaved();
  await stet.kill();

  await stet.relaunch();
  await stet.library.open('Ferry to stop in May');
  await stet.goToLibrary();
  await expect(stet.library.row('Ferry to stop in May')).toContainText('1 claim checked');
  await stet.library.open('Ferry to stop in May');
  await stet.claims.rows.first().click();
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  await expect(stet.card.note).toHaveValue('The port says 1.1 million.');
  await expect(stet.notices.errors).toHaveCount(0);
  await stet.press('Control+z');
  await expect(stet.card.note).toHaveValue('');
  await stet.status.waitUntilSaved();
});

test('kill -9 during a stream of edits loses no acknowledged edit', { tag: '@core' }, async ({
  stet,
  userData,
}) => {
  const files = new ArticleFiles(userData);
  const [claimId = ''] = files
    .readChanges()
    .flatMap(({ edits }) => edits.flatMap(({ table, id }) => (table === 'claims' ? [id] : [])));
  const acknowledged: string[] = [];
  const enough = new Promise<void>((resolve) => {
    stet.page.on('console', (message) => {
      const [, id] = /^acknowledged (.*)$/.exec(message.text()) ?? [];
      if (id === undefined) return;
      acknowledged.push(id);
      if (acknowledged.length === 40) resolve();
    });
  });
  await stet.page.evaluate(
    ({ articleId, claim }) => {
      const edit = async (number: number, before: string | null): Promise<void> => {
        const note = `Note ${number}`;
        const edits = [{ table: 'claims', id: claim, update: { before: { note: before }, after: { note } } }];
        const change = { id: `edit-${number}`, action: 'claim.edit', edits };
        const answer = await window.stet.call('review.apply', { articleId, change });
        if (JSON.parse(answer).ok) console.log(`acknowledged edit-${number}`);
        await edit(number + 1, note);
      };
      void edit(1, null);
    },
    { articleId: files.id, claim: String(claimId) },
  );
  await enough;
  await stet.kill();

  const stored = files.readChanges().map(({ id }) => id);
  expect(stored).toEqual(expect.arrayContaining(acknowledged));
  await stet.relaunch();
  await stet.library.open('Ferry to stop in May');
  await stet.claims.rows.first().click();
  await expect(stet.card.note).toHaveValue(/^Note \d+$/);
  const last = Number(/\d+/.exec(await stet.card.note.inputValue())?.[0]);
  expect(last).toBeGreaterThanOrEqual(acknowledged.length);
  await expect(stet.notices.errors).toHaveCount(0);
  await stet.press('v');
  await stet.status.waitUntilSaved();
});
