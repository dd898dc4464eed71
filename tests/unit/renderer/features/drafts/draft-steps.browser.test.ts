import { expect, it } from 'vitest';
import { z } from 'zod';
import { acceptDraft } from '../../../../../renderer/features/drafts/draft-steps';
import { runTask, useTasks } from '../../../../../renderer/state/tasks';
import { importPaste } from '../../../../../shared/import/text/import-text';
import { answerForMain } from '../../support/main';
import { reviewOf, sessionOf } from '../../support/open-session';

/** Main adds a draft until that is cancelled. */
function mainAddsDrafts() {
  const asked: { name: string; taskId: unknown }[] = [];
  const answers = new Map<unknown, () => void>();
  answerForMain(async (name, input) => {
    const { taskId } = z.object({ taskId: z.unknown() }).parse(input);
    asked.push({ name, taskId });
    if (name === 'task.cancel') answers.get(taskId)?.();
    if (name === 'draft.accept') await new Promise<void>((resolve) => answers.set(taskId, resolve));
    return { ok: true, value: null };
  });
  return asked;
}

function newDraft() {
  const { review, draft } = reviewOf('The ferry carried 12 million people.');
  const next = importPaste('The ferry carried 13 million people.');
  if (!next.ok) throw new Error(next.problem.message);
  return { session: sessionOf(review, draft), proposal: next.proposal };
}

it('cancelling a draft cancels its own task, and no other work on the article', async () => {
  const asked = mainAddsDrafts();
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

it('a draft that was cancelled while the last edits were being saved is not added', async () => {
  const asked = mainAddsDrafts();
  const { session, proposal } = newDraft();
  asked.length = 0;
  const leaving = new AbortController();
  const taken = acceptDraft(session, proposal, leaving.signal);
  leaving.abort();
  expect(await taken).toBe(false);
  expect(asked).toEqual([]);
});
