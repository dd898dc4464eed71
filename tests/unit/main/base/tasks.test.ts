import { expect, test } from 'vitest';
import { rejectOnAbort, Tasks, withAnySignal } from '#main/base/tasks.ts';
import type { AppEvent } from '#shared/contract/events.ts';

function createTasks() {
  const events: AppEvent[] = [];
  const clock = { time: 0 };
  const due: (() => void)[] = [];
  const tasks = new Tasks({
    now: () => new Date(clock.time),
    emit: (event) => events.push(event),
    schedule(_milliseconds, task) {
      due.push(task);
      return () => undefined;
    },
  });
  return { tasks, events, clock, due };
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('gave up'))));

test('progress is emitted at intervals, and the last progress always', async () => {
  const { tasks, events, clock } = createTasks();
  await tasks.run('a', async ({ reportProgress: progress }) => {
    for (let done = 0; done <= 1_000; done += 1) {
      clock.time = done;
      progress('ledger.pdf', done, 1_000);
    }
  });
  expect(events.length).toBeLessThanOrEqual(12);
  expect(events[0]).toEqual({ type: 'progress', taskId: 'a', name: 'ledger.pdf', done: 0, total: 1_000 });
  expect(events.at(-1)).toMatchObject({ done: 1_000 });
});

test('the last progress is emitted only once', async () => {
  const { tasks, events } = createTasks();
  await tasks.run('a', async ({ reportProgress: progress }) => {
    for (let done = 0; done < 5; done += 1) progress('x', done, 5);
  });
  expect(events).toMatchObject([{ done: 0 }, { done: 4 }]);
});

test('a cancelled task resolves to null, and a failed task rejects', async () => {
  const { tasks } = createTasks();
  const running = tasks.run('a', ({ signal }) => untilAborted(signal));
  tasks.cancel('a');
  expect(await running).toBeNull();
  await expect(tasks.run('a', async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await tasks.run('a', async () => 1)).toBe(1);
  tasks.cancel('never begun');
});

test('an id is used by one task at a time', async () => {
  const { tasks } = createTasks();
  const running = tasks.run('a', ({ signal }) => untilAborted(signal));
  await expect(tasks.run('a', async () => 1)).rejects.toMatchObject({ code: 'badRequest' });
  tasks.cancel('a');
  expect(await running).toBeNull();
});

test('quitting cancels all tasks and waits for them, but not for ever', async () => {
  const { tasks, due } = createTasks();
  const running = tasks.run('a', ({ signal }) => untilAborted(signal));
  await tasks.cancelAll();
  expect(await running).toBeNull();

  void tasks.run('deaf', () => new Promise(() => undefined));
  const end = tasks.cancelAll();
  for (const task of due) task();
  await end;
});

const never = () => new Promise<never>(() => undefined);

test('settles as the work does', async () => {
  const { signal } = new AbortController();
  expect(await rejectOnAbort(signal, Promise.resolve(1))).toBe(1);
  await expect(rejectOnAbort(signal, Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('rejects with the reason as soon as the signal aborts, though the work goes on', async () => {
  const task = new AbortController();
  const outcome = rejectOnAbort(task.signal, never());
  task.abort(new Error('cancelled'));
  await expect(outcome).rejects.toThrow('cancelled');
});

test('rejects when the signal is aborted already', async () => {
  await expect(rejectOnAbort(AbortSignal.abort(new Error('cancelled')), never())).rejects.toThrow(
    'cancelled',
  );
});

test('work that fails after it was cancelled causes no unhandled rejection', async () => {
  const task = new AbortController();
  let fail: (error: Error) => void = () => undefined;
  const work = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  const outcome = rejectOnAbort(task.signal, work);
  task.abort(new Error('cancelled'));
  await expect(outcome).rejects.toThrow('cancelled');
  // An unhandled rejection would fail the run.
  fail(new Error('late'));
  await new Promise((resolve) => setTimeout(resolve));
});

test('a signal for several signals aborts with the first of them, for the same reason', async () => {
  const [one, other] = [new AbortController(), new AbortController()];
  const signals = [one.signal, other.signal];
  expect(await withAnySignal(signals, async (signal) => signal.aborted)).toBe(false);
  const aborting = withAnySignal(signals, (signal) => rejectOnAbort(signal, never()));
  other.abort(new Error('left'));
  await expect(aborting).rejects.toThrow('left');
  await expect(withAnySignal(signals, async (signal) => signal.throwIfAborted())).rejects.toThrow('left');
  one.abort(new Error('cancelled'));
});
