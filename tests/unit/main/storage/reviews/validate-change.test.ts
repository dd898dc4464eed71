import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Edit, ProposedChange } from '#shared/domain/review/change.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { createMarkChange, newId } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { openArticle, readLines } from './open-article.ts';

test('no change of the window makes or deletes an article or a draft', async () => {
  const { call, callFailing, articleId, article } = await openArticle(await tempFolder());
  const { review } = await call('review.open', { articleId });
  const [piece, row] = [review.article[0], review.drafts[0]];
  if (!piece || !row) throw new Error('nothing was opened');
  const target = { id: articleId, table: 'article' } as const;
  for (const edit of [
    { ...target, delete: piece },
    { ...target, id: 'b', create: { ...piece, id: 'b' } },
    { table: 'drafts' as const, id: row.id, delete: row },
    {
      table: 'drafts' as const,
      id: row.id,
      update: { before: { sha256: row.sha256 }, after: { sha256: '0'.repeat(64) } },
    },
  ]) {
    const change = { id: 'x', action: 'article.edit' as const, edits: [edit] };
    expect((await callFailing('review.apply', { articleId, change })).code).toBe('badRequest');
  }
  expect(await readLines(article)).toHaveLength(1);
});

describe('a placement in the article', () => {
  async function openWithPlacement() {
    const stet = await openArticle(await tempFolder());
    const { change, claimId } = createMarkChange(stet.draft);
    await stet.call('review.apply', { articleId: stet.articleId, change });
    const [placement] = (await stet.call('review.open', { articleId: stet.articleId })).review.placements;
    if (!placement) throw new Error('nothing was placed');
    /** Expects that the edits are refused, and that they are neither on the disk nor shown. */
    const refused = async (...edits: Edit[]) => {
      const proposed = { id: newId(), action: 'claim.resize' as const, edits };
      const { articleId, article } = stet;
      expect(await stet.callFailing('review.apply', { articleId, change: proposed })).toMatchObject({
        code: 'badRequest',
      });
      expect((await stet.call('review.open', { articleId })).review.placements).toEqual([placement]);
      expect(await readLines(article)).toHaveLength(2);
    };
    return { ...stet, placement, claimId, refused, end: stet.draft.text.length };
  }
  const target = ({ id }: { id: string }) => ({ table: 'placements' as const, id });

  test('reaches to the end of its text and no further', async () => {
    const { call, refused, articleId, draft, placement, end } = await openWithPlacement();
    await refused(...createMarkChange(draft, 4, end + 1).change.edits);
    const resized = (to: number) => ({
      ...target(placement),
      update: { before: { span: placement.span }, after: { span: { start: 0, end: to } } },
    });
    await refused(resized(end + 1));
    await refused({
      ...target(placement),
      update: { before: { candidates: [] }, after: { candidates: [{ start: 0, end: end + 1 }] } },
    });
    const change = { id: newId(), action: 'claim.resize' as const, edits: [resized(end)] };
    await call('review.apply', { articleId, change });
  });

  test('is the only placement of its claim', async () => {
    const { refused, draft, placement, claimId } = await openWithPlacement();
    const second = { ...placement, id: newId(), span: { start: 9, end: 15 } };
    await refused({ ...target(second), create: second });
    const other = createMarkChange(draft, 9, 15).change.edits.map((edit) =>
      edit.table === 'placements' && 'create' in edit
        ? { ...edit, create: { ...edit.create, claimId } }
        : edit,
    );
    await refused(...other);
  });

  test('may be deleted and created anew in one change', async () => {
    const { call, articleId, placement } = await openWithPlacement();
    const anew = { ...placement, id: newId() };
    const edits: Edit[] = [
      { ...target(placement), delete: placement },
      { ...target(anew), create: anew },
    ];
    await call('review.apply', { articleId, change: { id: newId(), action: 'claim.resize', edits } });
    expect((await call('review.open', { articleId })).review.placements).toEqual([anew]);
  });

  test('and the span of a dismissal are inside its text', async () => {
    const { refused, draft, end } = await openWithPlacement();
    const dismissal = { id: newId(), draftId: draft.id, by: null, at: '2026-01-01T00:00:00.000Z' };
    await refused({
      table: 'dismissals',
      id: dismissal.id,
      create: { ...dismissal, span: { start: 0, end: end + 1 } },
    });
  });
});

/** An article with that many claims, marked by one change, and a reviewer who answers the questions about removals. */
async function openWithClaims(count: number, answer: boolean) {
  const questions: string[] = [];
  const confirmRemoval = async ({ removed, total }: { removed: number; total: number }) => {
    questions.push(`${removed} of ${total}`);
    return answer;
  };
  const folder = join(await tempFolder(), 'library');
  const stet = await openArticle(folder, { dialogs: { ...refusingDialogs, confirmRemoval } });
  const edits = Array.from({ length: count }, () => createMarkChange(stet.draft).change.edits).flat();
  const { articleId } = stet;
  await stet.call('review.apply', { articleId, change: { id: newId(), action: 'claim.mark', edits } });
  return { ...stet, questions };
}

/** Deletes that many claims by one change. */
async function deleteClaims({ call, articleId }: Awaited<ReturnType<typeof openWithClaims>>, count: number) {
  const { review } = await call('review.open', { articleId });
  const edits = review.placements
    .slice(0, count)
    .map((placement) => ({ table: 'placements' as const, id: placement.id, delete: placement }));
  const claims = edits.flatMap(({ delete: { claimId } }) =>
    review.claims
      .filter(({ id }) => id === claimId)
      .map((claim) => ({ table: 'claims' as const, id: claim.id, delete: claim })),
  );
  const change: ProposedChange = { id: newId(), action: 'claim.delete', edits: [...edits, ...claims] };
  return call('review.apply', { articleId, change });
}

test('deleting six of eight claims asks first, and nothing is changed until then', async () => {
  const stet = await openWithClaims(8, false);
  await expect(deleteClaims(stet, 6)).rejects.toThrow('nothing');
  expect(stet.questions).toEqual(['6 of 8']);
  expect((await stet.call('review.open', { articleId: stet.articleId })).review.claims).toHaveLength(8);
});

test('undo that would remove most of the claims asks first', async () => {
  const { call, callFailing, articleId, questions } = await openWithClaims(5, false);
  expect(await callFailing('review.undo', { articleId })).toMatchObject({ code: 'nothing' });
  expect(questions).toEqual(['5 of 5']);
  expect((await call('review.open', { articleId })).review.claims).toHaveLength(5);
});

test('it removes them when the reviewer agrees, and redo brings them back unasked', async () => {
  const { call, articleId, questions } = await openWithClaims(11, true);
  await call('review.undo', { articleId });
  await call('review.redo', { articleId });
  expect(questions).toEqual(['11 of 11']);
  expect((await call('review.open', { articleId })).review.claims).toHaveLength(11);
});

test('four claims, or half of them, are removed without a question', async () => {
  const four = await openWithClaims(4, false);
  await four.call('review.undo', { articleId: four.articleId });
  const half = await openWithClaims(12, false);
  await deleteClaims(half, 6);
  expect([...four.questions, ...half.questions]).toEqual([]);
  await expect(deleteClaims(half, 5)).rejects.toThrow('nothing');
  expect(half.questions).toEqual(['5 of 6']);
});
