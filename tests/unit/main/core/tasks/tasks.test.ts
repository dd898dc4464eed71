import { expect, test } from 'vitest';
import { Tasks } from '../../../../../main/core/tasks/tasks';
import type { AppEvent } from '../../../../../shared/contract/events';

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
