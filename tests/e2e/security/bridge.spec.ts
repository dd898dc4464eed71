import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures';
import { ArticleFiles } from '../support/library/article-files';
import { hostileEdits } from '../support/security/hostile-edits';

/** Calls main past the typed client. The input travels as JSON text, so that hostile keys arrive as they are. */
function call(page: Page, name: unknown, input: unknown): Promise<unknown> {
  return page.evaluate(([command, json = 'null']) => window.stet.call(command as string, JSON.parse(json)), [
    name,
    JSON.stringify(input),
  ] as [unknown, string | undefined]);
}

const refused = (code: string) => ({ ok: false, error: { code, message: expect.stringMatching(/\.$/) } });

test.beforeEach(async ({ stet, guard }) => {
  // Each refusal is logged: that is how a bug in the window would be found.
  guard.allow(/^main's log: .*(?:was called with something|unknown command|: conflict)/);
  await stet.welcome.sample.click();
  await expect(stet.article.marks.first()).toBeVisible();
});

test('commands that do not exist are answered by a failure', async ({ stet }) => {
  for (const name of ['shell.run', 'review.apply ', '', '__proto__', 'constructor', 'toString', 7, null, {}])
    expect(await call(stet.page, name, null), String(name)).toEqual(refused('badRequest'));
});

test('inputs that a command does not take are answered by a failure', async ({ stet, userData }) => {
  const files = new ArticleFiles(userData);
  const { id } = files;
  const before = files.hashFiles();
  const inputs: [string, unknown][] = [
    ['app.about', {}],
    ['app.close', { unsaved: -1, tasks: [], waiting: 0 }],
    ['review.open', null],
    ['review.open', { articleId: '../../etc' }],
    ['review.open', { articleId: '..' }],
    ['review.open', { articleId: id, path: '/etc/passwd' }],
    ['review.history', { articleId: id, claimId: ['c1'] }],
    ['review.apply', { articleId: id, change: null }],
    ['review.apply', { articleId: id, change: { id: 'x', action: 'undo', edits: [{}] } }],
    ['settings.change', { theme: 'neon' }],
    ['settings.change', { lastFolder: '/etc' }],
    ['report.export', { articleId: id, format: 'html', options: { notes: true }, path: '/etc/passwd' }],
    ['link.open', { url: 'javascript:alert(1)' }],
    ['link.open', { url: 'file:///etc/passwd' }],
    ['article.create', { title: 'Half' }],
  ];
  for (const [name, input] of inputs)
    expect(await call(stet.page, name, input), JSON.stringify([name, input])).toEqual(refused('badRequest'));
  expect(await call(stet.page, 'review.open', { articleId: 'nobody' })).toEqual(refused('notFound'));
  expect(files.hashFiles()).toEqual(before);
});

test('malformed changes are answered by a failure and change nothing, on disk or on the screen', async ({
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
    expect(answer, what).toEqual(refused(code));
  }

  expect(files.hashFiles()).toEqual(before);
  expect(await open()).toEqual(review);
  expect(await stet.app.evaluate(() => 'polluted' in {})).toBe(false);
  await stet.claims.rows.first().click();
  await stet.card.note.fill('It goes on.');
  await stet.status.waitUntilSaved();
  expect(files.readLines()).toHaveLength(2);
  // However long an input is: what is logged of it does not fill the disk.
  expect(statSync(join(userData, 'logs', 'main.log')).size).toBeLessThan(50_000);
});

test('what can’t travel between the processes does not leave the page', async ({ stet }) => {
  const outcome = await stet.page.evaluate(async () => {
    const loop: Record<string, unknown> = {};
    loop.loop = loop;
    const values = [() => 'code', Symbol('sign'), document.body, loop];
    const fate = (value: unknown) =>
      window.stet.call('app.about', value).then(
        (answer) => JSON.stringify(answer),
        () => 'refused',
      );
    return Promise.all(values.map((value) => fate(value).catch(() => 'refused')));
  });
  for (const fate of outcome) expect(fate).not.toContain('"ok":true');
});
