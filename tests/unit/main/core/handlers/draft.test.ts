import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DraftProposal, ReadResult } from '#shared/import/base/proposal.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { createEditedBlocks } from '#shared/import/edits/edited-blocks.ts';
import { computeSha256, listFileNames } from '#tests/unit/main/support/open-vault.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { newId, sampleText } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { addText, claims, createProposal, next, openCheckedArticle } from './checked-article.ts';

/** A web with one page, which is read as the proposal. */
function createWebPlatform(page: Uint8Array<ArrayBuffer>, proposal: DraftProposal) {
  return {
    dialogs: { ...refusingDialogs, confirmFetch: async () => true },
    fetchPage: async (url: string) => {
      return { url, name: 'mill.html', type: 'text/html', charset: null, bytes: page };
    },
    readDraft: async (): Promise<ReadResult> => ({ ok: true, proposal, notices: [], words: 0 }),
  };
}

describe('a new draft', () => {
  test('can be previewed without changing anything', async () => {
    const stet = testCore(await tempFolder());
    const { articleId, ids } = await openCheckedArticle(stet);
    const before = await stet.call('review.open', { articleId });
    const preview = await stet.call('draft.preview', {
      taskId: newId(),
      articleId,
      proposalId: await stet.propose(createProposal(next)),
      edits: noProposalEdits,
    });
    const of = (name: string) => preview?.claims.find(({ claimId }) => claimId === ids[name]);
    expect(preview?.added).toEqual({ claims: 0, changedClaims: 0 });
    expect(preview?.coverage).toEqual({
      lookedAt: 1,
      partly: 1,
      setAside: 0,
      notLookedAt: 1,
      total: 3,
    });
    expect(preview?.droppedDismissals).toBe(0);
    expect(of('closed')).toMatchObject({ status: 'unchanged', recheck: false, resolved: true });
    expect(of('people')).toMatchObject({
      status: 'reworded',
      recheck: true,
      resolved: false,
      changes: [{ before: '1,200', after: '2,100', material: true, reason: 'number' }],
    });
    expect(of('never')).toMatchObject({ status: 'lost', span: null, resolved: false, words: claims.never });
    expect(await stet.call('review.open', { articleId })).toEqual(before);
  });

  test('is one change: every claim is placed in it, and one undo reverts it completely', async () => {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const { articleId, ids } = await openCheckedArticle(stet);
    const before = await stet.call('review.open', { articleId });
    expect(await addText(stet, articleId, next)).toEqual({ articleId });
    const { draft, review } = await stet.call('review.open', { articleId });
    expect(draft).toMatchObject({ number: 2, text: next });
    const placed = review.placements.filter(({ draftId }) => draftId === draft.id);
    expect(placed).toHaveLength(3);
    expect(placed.find(({ claimId }) => claimId === ids.never)).toMatchObject({
      span: null,
      status: 'lost',
      resolved: false,
      changes: [{ before: claims.never, after: '' }],
    });
    expect(review.placements).toHaveLength(6);

    const { change } = await stet.call('review.undo', { articleId });
    expect(change.edits.some(({ table }) => table === 'drafts')).toBe(true);
    expect(await stet.call('review.open', { articleId })).toMatchObject({
      draft: before.draft,
      review: before.review,
    });
    await stet.call('review.redo', { articleId });
    expect((await stet.call('review.open', { articleId })).draft).toEqual(draft);
    // This is the state after a restart.
    await stet.core.close();
    const again = await testCore(folder).call('review.open', { articleId });
    expect(again).toMatchObject({ draft, review: { drafts: review.drafts } });
  });

  test('may have the text of an older draft, and each has its own file', async () => {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const { articleId } = await openCheckedArticle(stet);
    const { draft: first } = await stet.call('review.open', { articleId });
    await addText(stet, articleId, next);
    await addText(stet, articleId, sampleText);
    await stet.core.close();
    const later = testCore(folder);
    const { draft, review } = await later.call('review.open', { articleId });
    expect(draft).toMatchObject({ number: 3, sha256: first.sha256 });
    expect(draft.id).not.toBe(first.id);
    expect(await readdir(join(folder, 'articles', articleId, 'drafts'))).toHaveLength(3);
    for (const row of review.drafts)
      expect(await later.call('draft.read', { articleId, draftId: row.id })).toMatchObject({
        id: row.id,
        number: row.number,
      });
  });

  test('is shown later with the review as it stood when the next one was added, after a restart as well', async () => {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const { articleId } = await openCheckedArticle(stet);
    const before = await stet.call('review.open', { articleId });
    await addText(stet, articleId, next);
    const { review, draft } = await stet.call('review.open', { articleId });
    const claim = review.claims.find(({ note }) => note === null);
    if (!claim) throw new Error('every claim has a note');
    const note = { before: { note: claim.note }, after: { note: 'Found out since.' } };
    await stet.call('review.apply', {
      articleId,
      change: {
        id: newId(),
        action: 'claim.edit',
        edits: [{ table: 'claims', id: claim.id, update: note }],
      },
    });
    await stet.core.close();
    const later = testCore(folder);
    const { draft: shown, past } = await later.call('draft.open', { articleId, draftId: before.draft.id });
    expect(shown).toEqual(before.draft);
    const byId = (rows: readonly { id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(past?.review.claims ?? [])).toEqual(byId(before.review.claims));
    expect(past?.review.drafts).toHaveLength(2);
    expect(Date.parse(past?.at ?? '')).not.toBeNaN();
    expect((await later.call('draft.open', { articleId, draftId: draft.id })).past).toBeNull();
  });

  test('finds the words of a lost claim again, but leaves the decision to the reviewer', async () => {
    const stet = testCore(await tempFolder());
    const { articleId, ids } = await openCheckedArticle(stet);
    await addText(stet, articleId, next);
    await addText(stet, articleId, sampleText);
    const { review, draft } = await stet.call('review.open', { articleId });
    const placed = review.placements.filter(({ draftId }) => draftId === draft.id);
    const start = sampleText.indexOf(claims.never);
    expect(placed.find(({ claimId }) => claimId === ids.never)).toMatchObject({
      status: 'ambiguous',
      span: null,
      candidates: [{ start, end: start + claims.never.length }],
    });
    // 1,200 -> 2,100 -> 1,200 ends with the first figure.
    expect(placed.find(({ claimId }) => claimId === ids.people)).toMatchObject({ resolved: true });
  });

  test('does not place retired claims', async () => {
    const stet = testCore(await tempFolder());
    const { articleId, ids } = await openCheckedArticle(stet);
    await addText(stet, articleId, next);
    const { review } = await stet.call('review.open', { articleId });
    const lost = review.placements.find(({ status }) => status === 'lost');
    if (!lost) throw new Error('no claim was lost');
    const update = { before: { resolved: false }, after: { resolved: true } };
    await stet.call('review.apply', {
      articleId,
      change: { id: newId(), action: 'claim.retire', edits: [{ table: 'placements', id: lost.id, update }] },
    });
    await addText(stet, articleId, sampleText);
    const after = await stet.call('review.open', { articleId });
    const placed = after.review.placements.filter(({ draftId }) => draftId === after.draft.id);
    expect(placed.map(({ claimId }) => claimId)).not.toContain(ids.never);
  });

  test('can be previewed again and again, and its proposal makes only one draft', async () => {
    const stet = testCore(await tempFolder());
    const { articleId } = await openCheckedArticle(stet);
    const proposalId = await stet.propose(createProposal(next));
    const input = { articleId, proposalId, edits: noProposalEdits };
    const preview = await stet.call('draft.preview', { taskId: newId(), ...input });
    expect(await stet.call('draft.preview', { taskId: newId(), ...input })).toEqual(preview);
    await stet.call('draft.accept', { taskId: newId(), ...input });
    const failure = await stet.callFailing('draft.accept', { taskId: newId(), ...input });
    expect(failure).toMatchObject({ code: 'badRequest', message: expect.stringContaining('open the file') });
    expect((await stet.call('review.open', { articleId })).draft.number).toBe(2);
  });

  test('has the blocks as the reviewer edited them', async () => {
    const stet = testCore(await tempFolder());
    const { articleId, ids } = await openCheckedArticle(stet);
    const proposal = createProposal(next);
    const [first, second] = createEditedBlocks(proposal.blocks);
    if (!first || !second) throw new Error('there are no blocks');
    const input = {
      articleId,
      proposalId: await stet.propose(proposal),
      edits: { ...noProposalEdits, blocks: [{ ...first, isLeftOut: true }, second] },
    };
    const preview = await stet.call('draft.preview', { taskId: newId(), ...input });
    expect(preview?.claims.find(({ claimId }) => claimId === ids.closed)?.status).toBe('lost');
    await stet.call('draft.accept', { taskId: newId(), ...input });
    expect((await stet.call('review.open', { articleId })).draft.text).toBe(next.split('\n\n')[1]);
  });

  test('of a page has the page in the vault', async () => {
    const page = new TextEncoder().encode(next);
    const { fetchPage, dialogs, readDraft } = createWebPlatform(page, createProposal(next));
    const folder = await tempFolder();
    const stet = testCore(folder, { fetchPage, dialogs, readDraft });
    const { articleId } = await openCheckedArticle(stet);
    const file = await stet.call('import.fetch', { taskId: newId(), address: 'https://a.example/' });
    const read = await stet.call('import.read', { taskId: newId(), fileId: file?.fileId ?? '' });
    if (!read?.ok) throw new Error('the page was not read');
    const { proposalId } = read;
    await stet.call('draft.accept', { taskId: newId(), articleId, proposalId, edits: noProposalEdits });
    const { draft } = await stet.call('review.open', { articleId });
    expect(draft.origin).toMatchObject({ kind: 'web', url: 'https://a.example/', bytes: page.length });
    expect(await listFileNames(join(folder, 'articles', articleId, 'vault'))).toContain(computeSha256(page));
  });

  test('whose proposal main does not have changes nothing', async () => {
    const stet = testCore(await tempFolder());
    const { articleId } = await openCheckedArticle(stet);
    const before = await stet.call('review.open', { articleId });
    const input = { taskId: newId(), articleId, proposalId: 'nobody', edits: noProposalEdits };
    expect((await stet.callFailing('draft.accept', input)).code).toBe('badRequest');
    expect((await stet.callFailing('draft.preview', input)).code).toBe('badRequest');
    expect(await stet.call('review.open', { articleId })).toEqual(before);
  });
});

test('two drafts are compared', async () => {
  const stet = testCore(await tempFolder());
  const { articleId } = await openCheckedArticle(stet);
  await addText(stet, articleId, next);
  const { review } = await stet.call('review.open', { articleId });
  const [first, second] = review.drafts;
  const input = { taskId: newId(), articleId, beforeId: first?.id ?? '', afterId: second?.id ?? '' };
  const comparison = (await stet.call('draft.compare', input)) ?? [];
  const changes = comparison.map(({ kind, before, after }) => ({
    kind,
    before: before && sampleText.slice(before.start, before.end),
    after: after && next.slice(after.start, after.end),
  }));
  expect(changes).toContainEqual({ kind: 'removed', before: '1,200', after: null });
  expect(changes).toContainEqual({ kind: 'added', before: null, after: '2,100' });
});
