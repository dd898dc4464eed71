import { beforeEach, expect, it } from 'vitest';
import {
  getTasksBlockingClose,
  getTasksOnArticle,
  isCancelled,
  reportProgress,
  runBackgroundTask,
  runTask,
  useTasks,
} from '#renderer/window/state/base/tasks.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';

// All tests share one page, and other ones may have left tasks.
beforeEach(() => useTasks.setState({ running: [] }));

/** Records the commands of the window, and answers all of them. */
function recordAnsweredCalls(): { name: string; input: unknown }[] {
  const calls: { name: string; input: unknown }[] = [];
  fakeMain(async (name, input) => {
    calls.push({ name, input });
    return { ok: true, value: null };
  });
  return calls;
}

/** Work that ends when the test says so. */
function createWork() {
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const ids: string[] = [];
  const work = async (taskId: string) => {
    ids.push(taskId);
    await done;
    return isCancelled(taskId);
  };
  return { work, ids, finish };
}

const labels = (tasks: readonly { label: string }[]) => tasks.map(({ label }) => label);

it('a task is listed with its progress until it ends', async () => {
  const { work, ids, finish } = createWork();
  const result = runTask('Attaching', work, { name: 'a.pdf' });
  expect(useTasks.getState().running).toMatchObject([{ label: 'Attaching', name: 'a.pdf', total: 0 }]);
  reportProgress(ids[0] ?? '', 'b.pdf', 1, 2);
  expect(useTasks.getState().running).toMatchObject([{ name: 'b.pdf', done: 1, total: 2 }]);
  finish();
  expect(await result).toBe(false);
  expect(useTasks.getState().running).toEqual([]);
});

it('a task is removed from the list when its work throws', async () => {
  await expect(runTask('Attaching', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(useTasks.getState().running).toEqual([]);
});

it('an aborted signal cancels the task here and in main, and only until the task ends', async () => {
  const calls = recordAnsweredCalls();
  const cancelling = new AbortController();
  const { work, ids, finish } = createWork();
  const result = runTask('Attaching', work, { signal: cancelling.signal });
  cancelling.abort();
  finish();
  expect(await result).toBe(true);
  expect(calls).toEqual([{ name: 'task.cancel', input: { taskId: ids[0] } }]);
  expect(isCancelled(ids[0] ?? '')).toBe(false);

  const later = new AbortController();
  await runTask('Attaching', async () => null, { signal: later.signal });
  later.abort();
  expect(calls).toHaveLength(1);
});

it('a task whose signal was aborted before is cancelled from the start', async () => {
  const result = await runTask('Attaching', async (taskId) => isCancelled(taskId), {
    signal: AbortSignal.abort(),
  });
  expect(result).toBe(true);
});

it('closing the window asks about tasks, except about those that only show something or run in the background', async () => {
  const { work, finish } = createWork();
  const running = [
    runTask('Exporting the report', work),
    runTask('Comparing the drafts', work, { keepsArticleOpen: false, blocksClosing: false }),
    runTask('Reading', work, { keepsArticleOpen: false }),
    runBackgroundTask(work, new AbortController().signal),
  ];
  expect(labels(getTasksBlockingClose())).toEqual(['Exporting the report', 'Reading']);
  expect(labels(getTasksOnArticle())).toEqual(['Exporting the report']);
  finish();
  await Promise.all(running);
});
