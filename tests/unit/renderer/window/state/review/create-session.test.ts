import { expect, test, vi } from 'vitest';
import { createSession } from '#renderer/window/state/review/create-session.ts';
import { createClient } from '#shared/contract/client.ts';
import { failure, type Result, success } from '#shared/contract/result.ts';
import { deleteClaim, markClaim } from '#shared/domain/claims/claim-edits.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { joinSteps } from '#shared/domain/review/step.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { createTestProposal } from '#tests/libraries/proposals.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';

const context = createEditContext('s');

/** A session on an article with this many claims, whose main process answers when the test says so. */
function openWithClaims(count: number) {
  const proposal = createTestProposal(['It carried cars.'], { title: 'Ferry' });
  const { draft, change } = openArticle(proposal, 'article', 'a'.repeat(64), context);
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  for (let made = 0; made < count; made += 1) {
    const { step } = markClaim(draft, { start: 0, end: 2 }, 'unchecked', context);
    if (step) applyOrThrow(review, step.edits);
  }
  const answers: ((answer: Result<unknown>) => void)[] = [];
  const commands: string[] = [];
  const client = createClient({
    call: (name) => {
      commands.push(name);
      return new Promise((resolve) => answers.push(resolve));
    },
    listen: () => () => {},
  });
  const onRefused = vi.fn();
  const onConflict = vi.fn();
  const session = createSession(
    'article',
    {
      review: copyReview(review),
      draft,
      problems: [],
      readOnly: false,
      canUndo: true,
      canRedo: false,
      nextUndo: null,
      nextRedo: null,
    },
    { client, onConflict, onRefused, onApplied: () => {}, onDraftsChanged: () => {} },
  );
  const step = joinSteps(
    Array.from(session.review.claims.values(), (claim) => deleteClaim(session.review, claim)),
  );
  if (!step) throw new Error('there are no claims to delete');
  const answer = async (result: Result<unknown>) => {
    await expect.poll(() => answers.length).toBeGreaterThan(0);
    answers.shift()?.(result);
  };
  return { session, step, commands, answer, onRefused, onConflict };
}

const saved = success({
  at: '2026-11-21T10:52:00.000Z',
  by: 'Ada',
  canUndo: true,
  canRedo: false,
  nextUndo: null,
  nextRedo: null,
});

test('nothing changes on the screen while main asks whether most claims may be deleted', async () => {
  const { session, step, commands, answer } = openWithClaims(11);
  const isDeleted = session.applyDeletion(step);
  await expect.poll(() => commands).toEqual(['review.apply']);
  expect(session.outline()).toHaveLength(11);
  expect(session.revision()).toBe(0);
  // Pressing the key again asks nothing more.
  expect(await session.applyDeletion(step)).toBe(false);
  expect(commands).toEqual(['review.apply']);
  // A step that comes meanwhile waits for the answer as well.
  const { step: marking } = markClaim(session.draft, { start: 3, end: 10 }, 'unchecked', context);
  session.apply(marking);
  expect(session.outline()).toHaveLength(11);
  await answer(saved);
  expect(await isDeleted).toBe(true);
  expect(session.outline()).toHaveLength(1);
  expect(session.saveState()).toMatchObject({ state: 'saving', waiting: 1 });
});

test('declining to delete them changes nothing, and says nothing', async () => {
  const { session, step, answer, onRefused, onConflict } = openWithClaims(11);
  const isDeleted = session.applyDeletion(step);
  await answer(failure('nothing', 'Nothing was changed.'));
  expect(await isDeleted).toBe(false);
  expect(session.outline()).toHaveLength(11);
  expect(session.revision()).toBe(0);
  expect(session.saveState().state).toBe('saved');
  expect(onRefused).not.toHaveBeenCalled();
  expect(onConflict).not.toHaveBeenCalled();
});

test('when the disk refuses the deletion, nothing is deleted and the reason is shown', async () => {
  const { session, step, answer, onRefused } = openWithClaims(11);
  const isDeleted = session.applyDeletion(step);
  await answer(failure('notSaved', 'The disk is full.'));
  expect(await isDeleted).toBe(false);
  expect(session.outline()).toHaveLength(11);
  expect(onRefused).toHaveBeenCalledWith('The disk is full.');
});

test('four claims are deleted at once, as main does not ask about them', () => {
  const { session, step } = openWithClaims(4);
  void session.applyDeletion(step);
  expect(session.outline()).toHaveLength(0);
});

test('the step that undo would take back is known at once, and stays known after it is saved', async () => {
  const { session, answer } = openWithClaims(2);
  const { step, claimId } = markClaim(session.draft, { start: 3, end: 10 }, 'unchecked', context);
  session.apply(step);
  expect(session.nextUndo()).toMatchObject({ action: 'claim.mark', claimCount: 1, claimId });
  const { id = '' } = session.nextUndo() ?? {};
  await answer(saved);
  await session.waitUntilSaved();
  expect(session.nextUndo()?.id).toBe(id);
});
