import { expect, it, vi } from 'vitest';
import { acceptDraft } from '../../../../../renderer/features/drafts/draft-steps';
import { runTask, useTasks } from '../../../../../renderer/state/tasks';
import { importPaste } from '../../../../../shared/import/import-text';
import { reviewOf, sessionOf } from '../../support/open-session';

/** Main adds a draft until that is called off. */
const asked = vi.hoisted(() => {
  const all: { name: string; taskId: string }[] = [];
  const answers = new Map<string, () => void>();
  const call = (name: string, { taskId }: { taskId: string }) => {
    all.push({ name, taskId });
    if (name === 'task.cancel') answers.get(taskId)?.();
    if (name !== 'draft.accept') return Promise.resolve({ ok: true, value: null });
    return new Promise((resolve) => answers.set(taskId, () => resolve({ ok: true, value: null })));
  };
  Object.assign(window, { stet: { call, listen: () => () => {} } });
  return all;
});

function newDraft() {
  const { review, draft } = reviewOf('The ferry carried 12 million people.');
  const next = importPaste('The ferry carried 13 million people.');
  if (!next.ok) throw new Error(next.problem.message);
  return { session: sessionOf(review, draft), proposal: next.proposal };
}

it('calling off a draft calls off its own task, and no other work on the article', async () => {
  const { session, proposal } = newDraft();
  void runTask('Attaching files', () => new Promise(() => {}));
  const leaving = new AbortController();
  const taken = acceptDraft(session, proposal, leaving.signal);
  await expect.poll(() => asked.map(({ name }) => name)).toEqual(['draft.accept']);
  leaving.abort();
  expect(await taken).toBe(false);
  expect(asked.filter(({ name }) => name === 'task.cancel').map(({ taskId }) => taskId)).toEqual([
    asked[0]?.taskId,
  ]);
  expect(useTasks.getState().running.map(({ label }) => label)).toEqual(['Attaching files']);
});

it('a draft that was called off while the last edits were being saved is not added', async () => {
  const { session, proposal } = newDraft();
  asked.length = 0;
  const leaving = new AbortController();
  const taken = acceptDraft(session, proposal, leaving.signal);
  leaving.abort();
  expect(await taken).toBe(false);
  expect(asked).toEqual([]);
});
