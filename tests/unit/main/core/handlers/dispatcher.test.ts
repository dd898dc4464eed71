import { expect, test } from 'vitest';
import { StetError } from '#main/base/stet-error.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { sampleProposal } from '#tests/unit/main/support/sample.ts';
import { ourWindow } from '#tests/unit/main/support/start-core.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

const badRequest = { ok: false, error: { code: 'badRequest', message: expect.any(String) } };

test.each([
  ['a frame inside our page', { ...ourWindow, mainFrameOfOurWindow: false }],
  ['another page', { ...ourWindow, origin: 'https://example.com' }],
  ['a page of our scheme on another host', { ...ourWindow, origin: 'app://other' }],
  ['a page that is gone', { mainFrameOfOurWindow: false, origin: '' }],
])('%s is refused, whatever the command', async (_who, sender) => {
  const { core, logs } = testCore(await tempFolder());
  for (const name of ['settings.get', 'unknown', 7])
    expect(await core.dispatch(sender, name, null)).toMatchObject({ ok: false, error: { code: 'refused' } });
  expect(logs).toHaveLength(3);
});

test.each([
  '',
  'review',
  'review.drop',
  '__proto__',
  'constructor',
  'toString',
  7,
  null,
  undefined,
  {},
  ['settings.get'],
])('the command %j is unknown', async (name) => {
  const { core } = testCore(await tempFolder());
  expect(await core.dispatch(ourWindow, name, null)).toEqual(badRequest);
});

const createFields = (link: string) => {
  const { title, byline, publishedAt, language } = sampleProposal();
  return { title, byline, link, publishedAt, language };
};

const change = { id: 'c', action: 'article.edit', edits: [{ table: 'article', id: 'a', delete: {} }] };

test.each([
  ['settings.get', undefined],
  ['settings.get', {}],
  ['settings.change', { lastFolder: '/etc' }],
  ['settings.change', { theme: 'pink' }],
  ['review.open', { articleId: '../../etc' }],
  ['review.open', { articleId: 'a', more: 1 }],
  ['review.apply', { articleId: 'a', change: { ...change, edits: [] } }],
  ['review.apply', { articleId: 'a', change: { ...change, action: 'article.open' } }],
  ['review.apply', { articleId: 'a', change: { ...change, by: 'Mallory' } }],
  [
    'review.apply',
    { articleId: 'a', change: { ...change, edits: [{ table: 'users', id: 'a', delete: {} }] } },
  ],
  ['article.create', sampleProposal()],
  ['article.create', { proposalId: 'p', edits: { ...noProposalEdits, text: 'other words' } }],
  [
    'article.create',
    { proposalId: 'p', edits: { fields: createFields('javascript:alert(1)'), blocks: null } },
  ],
  ['draft.accept', { taskId: 't', articleId: 'a', proposal: sampleProposal() }],
  ['draft.preview', { taskId: 't', articleId: 'a', proposal: sampleProposal() }],
  ['link.open', { url: 'file:///etc/passwd' }],
  ['link.open', { url: 'javascript:alert(1)' }],
  ['report.export', { articleId: 'a', format: 'exe', options: { notes: true } }],
  ['app.close', { unsavedEdits: -1, tasks: [], pendingImports: 0 }],
])('%s does not take %j', async (name, input) => {
  const { core } = testCore(await tempFolder());
  expect(await core.dispatch(ourWindow, name, input)).toEqual(badRequest);
});

test('a change with values that no table accepts is refused and changes nothing', async () => {
  const { call, callFailing, createArticle } = testCore(await tempFolder());
  const { articleId } = await createArticle(sampleProposal());
  const before = { title: 'The mill' };
  for (const after of [
    { title: 7 },
    { title: '' },
    { title: undefined },
    { title: new Date(0) },
    { title: null },
    { more: 'x' },
    {},
  ]) {
    const edits = [{ table: 'article' as const, id: articleId, update: { before, after } }];
    const failed = await callFailing('review.apply', {
      articleId,
      change: { id: 'x', action: 'article.edit', edits },
    });
    expect(failed.code).toBe('conflict');
  }
  expect((await call('review.open', { articleId })).review.article[0]?.title).toBe('The mill');
});

test('an unexpected error is logged by its place alone, and described in general words', async () => {
  const { core, logs } = testCore(await tempFolder(), {
    about() {
      throw new Error('secret: /home/ann');
    },
  });
  const answer = await core.dispatch(ourWindow, 'app.about', null);
  expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(answer)).not.toContain('secret');
  expect(logs).toEqual([expect.stringContaining('app.about failed: Error\n    at main/core/')]);
  expect(logs.join()).not.toMatch(/secret|ann/);
});

test('the log says what is wrong with an input, and nothing that it holds', async () => {
  const { core, logs } = testCore(await tempFolder());
  await core.dispatch(ourWindow, 'settings.change', { theme: 'secret', secret: 'secret' });
  expect(logs).toEqual([
    'settings.change was called with an invalid input (invalid_value, unrecognized_keys)',
  ]);
});

test('an expected failure is returned as it is', async () => {
  const { core } = testCore(await tempFolder(), {
    about() {
      throw new StetError('notFound', 'Nobody knows.');
    },
  });
  const error = { code: 'notFound', message: 'Nobody knows.' };
  expect(await core.dispatch(ourWindow, 'app.about', null)).toEqual({ ok: false, error });
});

test('the window’s answer to closing is passed on', async () => {
  const answers: unknown[] = [];
  const { call } = testCore(await tempFolder(), { answerClosing: (answer) => answers.push(answer) });
  const unfinished = { unsavedEdits: 2, tasks: ['Reading'], pendingImports: 1 };
  await call('app.close', unfinished);
  expect(answers).toEqual([unfinished]);
});
