import { beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { addDraft } from '#renderer/window/features/drafts/draft-steps.ts';
import { runTask, useTasks } from '#renderer/window/state/base/tasks.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';
import { importReview, openSession } from '#tests/unit/renderer/support/open-session.tsx';

// All tests share one page, and other ones may have left tasks.
beforeEach(() => useTasks.setState({ running: [] }));

/** A main process that goes on adding a draft until the task is cancelled. Returns the calls. */
function answerDraftCommands() {
  const calls: { name: string; taskId: unknown }[] = [];
  const answers = new Map<unknown, () => void>();
  fakeMain(async (name, input) => {
    const { taskId } = z.object({ taskId: z.unknown() }).parse(input);
    calls.push({ name, taskId });
    if (name === 'task.cancel') answers.get(taskId)?.();
    if (name === 'draft.accept') await new Promise<void>((resolve) => answers.set(taskId, resolve));
    return { ok: true, value: null };
  });
  return calls;
}

const preview = {
  coverage: { lookedAt: 0, partly: 0, setAside: 0, notLookedAt: 1, total: 1 },
  droppedDismissals: 0,
};

function importNewDraft() {
  const { review, draft } = importReview('The ferry carried 12 million people.');
  return { session: openSession(review, draft), proposal: { proposalId: 'p1', edits: noProposalEdits } };
}

it('cancelling a draft cancels its own task and no other work on the article', async () => {
  const calls = answerDraftCommands();
  const { session, proposal } = importNewDraft();
  void runTask('Attaching files', () => new Promise(() => {}));
  const cancelling = new AbortController();
  const isAdded = addDraft(session, proposal, preview, cancelling.signal);
  await expect.poll(() => calls.map(({ name }) => name)).toEqual(['draft.accept']);
  cancelling.abort();
  expect(await isAdded).toBe(false);
  expect(calls.filter(({ name }) => name === 'task.cancel').map(({ taskId }) => taskId)).toEqual([
    calls[0]?.taskId,
  ]);
  expect(useTasks.getState().running.map(({ label }) => label)).toEqual(['Attaching files']);
});

it('a draft that is cancelled while the last edits are being saved is not added', async () => {
  const calls = answerDraftCommands();
  const { session, proposal } = importNewDraft();
  calls.length = 0;
  const cancelling = new AbortController();
  const isAdded = addDraft(session, proposal, preview, cancelling.signal);
  cancelling.abort();
  expect(await isAdded).toBe(false);
  expect(calls.map(({ name }) => name)).toEqual(['task.cancel']);
});
