import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ArticleFiles } from '../support/library/stored-files.ts';
import { hostileEdits } from '../support/security/hostile-edits.ts';

/** Calls main without the typed client. The input is sent as JSON text, so that hostile keys arrive unchanged. */
async function call(page: Page, name: unknown, input: unknown): Promise<unknown> {
  const command: [unknown, string | undefined] = [name, JSON.stringify(input)];
  const answer = await page.evaluate(
    ([commandName, json = 'null']) => window.stet.call(commandName as string, JSON.parse(json)),
    command,
  );
  return JSON.parse(answer);
}

const failureWith = (code: string) => ({ ok: false, error: { code, message: expect.stringMatching(/\.$/) } });

test.beforeEach(async ({ stet, guard }) => {
  // Each refusal is logged, because in normal use it would be a bug of the window.
  guard.allow(/^main's log: .*(?:was called with an invalid input|unknown command|: conflict)/);
  await stet.welcome.sample.click();
  await expect(stet.article.marks.first()).toBeVisible();
});

test('unknown commands get an error', { tag: '@core' }, async ({ stet }) => {
  for (const name of ['shell.run', 'review.apply ', '', '__proto__', 'constructor', 'toString', 7, null, {}])
    expect(await call(stet.page, name, null), String(name)).toEqual(failureWith('badRequest'));
});

test('invalid inputs of commands get an error', { tag: '@core' }, async ({ stet, userData }) => {
  const files = new ArticleFiles(userData);
  const { id } = files;
  const before = files.hashFiles();
  const inputs: [string, unknown][] = [
    ['app.about', {}],
    ['app.close', { unsavedEdits: -1, tasks: [], pendingImports: 0 }],
    ['review.open', null],
    ['review.open', { articleId: '../../etc' }],
    ['review.open', { articleId: '..' }],
    ['review.open', { articleId: id, path: '/etc/passwd' }],
    ['review.history', { articleId: id, claimId: ['c1'] }],
    ['review.lastChanges', { articleId: id, claimId: 'c1' }],
    ['review.lastChanges', { articleId: '..' }],
    ['review.lastChanges', null],
    ['review.apply', { articleId: id, change: null }],
    ['review.saveCopy', { taskId: 't', articleId: id, waiting: [], folder: '/etc' }],
    ['review.saveCopy', { taskId: 't', articleId: '../..', waiting: [] }],
    ['review.apply', { articleId: id, change: { id: 'x', action: 'undo', edits: [{}] } }],
    ['settings.change', { theme: 'neon' }],
    ['settings.change', { lastFolder: '/etc' }],
    ['location.openOther', { folder: '/etc' }],
    ['location.startNew', { where: '/etc' }],
    ['location.move', { taskId: 't', target: '/etc' }],
    ['location.move', { taskId: 't' }],
    ['settings.change', { backupFolder: '/etc' }],
    ['report.export', { articleId: id, format: 'html', options: { notes: true }, path: '/etc/passwd' }],
    ['search.query', { query: 'a'.repeat(201) }],
    ['search.query', { query: ['harbour'] }],
    ['search.query', { query: 'harbour', folder: '/etc' }],
    ['search.query', null],
    ['search.query', { query: 'harbour', articleIds: [id] }],
    ['overview.article', null],
    ['overview.article', { articleId: '../../etc' }],
    ['overview.article', { articleId: id, path: '/etc/passwd' }],
    ['overview.library', null],
    ['overview.library', { taskId: ['t'] }],
    ['overview.library', { taskId: 't', folder: '/etc' }],
    ['backup.setFolder', { choice: '/etc' }],
    ['backup.setFolder', { choice: 'ask', folder: '/etc' }],
    ['backup.articles', { libraryId: '..', name: 'backup-000001-2026-01-01T00-00-00-000Z.json' }],
    ['backup.articles', { libraryId: 'x', name: '../../../etc/passwd' }],
    ['check.repair', { taskId: 't', repairIds: [] }],
    ['link.open', { url: 'javascript:alert(1)' }],
    ['link.open', { url: 'file:///etc/passwd' }],
    ['import.findKnown', { proposalId: 'nobody' }],
    ['import.findKnown', { path: '/etc/passwd' }],
    ['vault.saveCopy', { articleId: id, keptId: 'nobody', path: '/etc/passwd' }],
    ['vault.showInFolder', { articleId: id, path: '/etc/passwd' }],
    ['import.readAgain', { taskId: 't', proposalId: 'nobody', encoding: 'windows-1254' }],
    ['import.readAgain', { taskId: 't', proposalId: 'nobody', encoding: '../../etc' }],
    ['article.create', { title: 'Half' }],
    ['article.create', { proposalId: 'nobody', edits: { fields: null, blocks: null } }],
    [
      'draft.accept',
      { taskId: 't', articleId: id, proposalId: 'nobody', edits: { fields: null, blocks: null } },
    ],
  ];
  for (const [name, input] of inputs)
    expect(await call(stet.page, name, input), JSON.stringify([name, input])).toEqual(
      failureWith('badRequest'),
    );
  for (const name of ['review.open', 'review.lastChanges', 'overview.article'])
    expect(await call(stet.page, name, { articleId: 'nobody' }), name).toEqual(failureWith('notFound'));
  expect(files.hashFiles()).toEqual(before);
});

test('malformed changes get an error, and change nothing on the disk or on the screen', async ({
  stet,
  userData,
}) => {
  const files = new ArticleFiles(userData);
  const before = files.hashFiles();
  const open = () => call(stet.page, 'review.open', { articleId: files.id });
  const review = await open();

  for (const { what, code, edits } of hostileEdits) {
    const change = { id: 'hostile', action: 'claim.edit', edits };
    const answer = await call(stet.page, 'review.apply', { articleId: files.id, change });
    expect(answer, what).toEqual(failureWith(code));
  }

  expect(files.hashFiles()).toEqual(before);
  expect(await open()).toEqual(review);
  expect(await stet.app.evaluate(() => 'polluted' in {})).toBe(false);
  await stet.claims.rows.first().click();
  await stet.card.note.fill('It goes on.');
  await stet.status.waitUntilSaved();
  expect(files.readLines()).toHaveLength(2);
  // Even long inputs do not fill the disk with log lines.
  expect(statSync(join(userData, 'logs', 'main.log')).size).toBeLessThan(50_000);
});

test('values that can’t be cloned between processes do not leave the page', { tag: '@core' }, async ({
  stet,
}) => {
  const outcomes = await stet.page.evaluate(async () => {
    const loop: Record<string, unknown> = {};
    loop.loop = loop;
    const values = [() => 'code', Symbol('symbol'), document.body, loop];
    const send = (value: unknown) => window.stet.call('app.about', value).catch(() => 'refused');
    return Promise.all(values.map((value) => send(value).catch(() => 'refused')));
  });
  for (const outcome of outcomes) expect(outcome).not.toContain('"ok":true');
});
