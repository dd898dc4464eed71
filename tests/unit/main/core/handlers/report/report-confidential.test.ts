import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openConfidential } from './open-confidential.ts';

describe('what is confidential', () => {
  test.each(['html', 'markdown', 'json'] as const)('stays out of %s', async (format) => {
    const { call, folder, as, asPreview } = await openConfidential('Two people say so.');
    const exported = await call('report.export', as(format));
    const written = await readFile(join(folder, exported?.fileName ?? ''), 'utf8');
    expect(written).toMatch(/confidential/i);
    expect(written).not.toMatch(/Oxbridge|old bridge|ledgers/);
    expect(await call('report.preview', asPreview(format))).toMatchObject({
      confidentialCount: 1,
      leaks: [],
    });
  });

  test.each(['html', 'markdown', 'json', 'pdf'] as const)(
    'stops an export as %s when a note gives it away, and says where',
    async (format) => {
      const { callFailing, call, folder, as, asPreview } = await openConfidential(
        'So says Wilhelmina Oxbridge.',
      );
      const failure = await callFailing('report.export', as(format));
      expect(failure).toMatchObject({ code: 'confidential', message: expect.stringMatching(/claim 1/) });
      expect(failure.message).not.toContain('Oxbridge');
      expect(await readdir(folder)).toEqual(['library']);
      const preview = await call('report.preview', asPreview(format));
      expect(preview?.leaks).toMatchObject([{ level: 'certain', message: expect.stringMatching(/claim 1/) }]);
    },
  );

  test('a possible leak is saved once its id is confirmed, and not when its words changed since', async () => {
    const { callFailing, call, folder, as, asPreview, articleId } = await openConfidential(
      'They say the carry the ledgers out story is old.',
    );
    const preview = await call('report.preview', asPreview('html'));
    expect(preview?.leaks).toMatchObject([
      { level: 'possible', excerpt: { words: 'carry the ledgers out' } },
    ]);
    const confirmed = preview?.leaks.map(({ id }) => id) ?? [];
    const refused = await callFailing('report.export', as('html'));
    expect(refused).toMatchObject({ code: 'confidential' });
    expect(refused.message).toContain('the note on claim 1');
    expect(refused.message).not.toContain('ledgers');
    const { review } = await call('review.open', { articleId });
    const [claim] = review.claims;
    const note = 'They say the carry the ledgers out tale is old.';
    const edit = { before: { note: claim?.note ?? null }, after: { note } };
    await call('review.apply', {
      articleId,
      change: {
        id: 'reword',
        action: 'claim.edit',
        edits: [{ table: 'claims', id: claim?.id ?? '', update: edit }],
      },
    });
    expect(await callFailing('report.export', { ...as('html'), confirmed })).toMatchObject({
      code: 'confidential',
    });
    expect(await readdir(folder)).toEqual(['library']);
    const again = await call('report.preview', asPreview('html'));
    const ids = again?.leaks.map(({ id }) => id) ?? [];
    expect(await call('report.export', { ...as('html'), confirmed: ids })).not.toBeNull();
    // The same report of the same words, without asking again.
    expect(await call('report.exportAgain', { taskId: 'again', articleId })).toMatchObject({
      state: 'saved',
    });
    const former = { before: { note }, after: { note: claim?.note ?? null } };
    await call('review.apply', {
      articleId,
      change: {
        id: 'former',
        action: 'claim.edit',
        edits: [{ table: 'claims', id: claim?.id ?? '', update: former }],
      },
    });
    expect(await callFailing('report.exportAgain', { taskId: 'changed', articleId })).toMatchObject({
      code: 'confidential',
    });
  });
});
