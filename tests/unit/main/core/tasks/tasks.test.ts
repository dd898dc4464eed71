import { expect, test } from 'vitest';
import { Tasks } from '../../../../../main/core/tasks/tasks';
import type { AppEvent } from '../../../../../shared/contract/events';

function tasksAt() {
  const told: AppEvent[] = [];
  const clock = { time: 0 };
  const due: (() => void)[] = [];
  const tasks = new Tasks({
    now: () => new Date(clock.time),
    tell: (event) => told.push(event),
    later(_milliseconds, task) {
      due.push(task);
      return () => undefined;
    },
  });
  return { tasks, told, clock, due };
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('gave up'))));

test('the window hears of progress now and then, and of the last in any case', async () => {
  const { tasks, told, clock } = tasksAt();
  await tasks.run('a', async ({ progress }) => {
    for (let done = 0; done <= 1_000; done += 1) {
      clock.time = done;
      progress('ledger.pdf', done, 1_000);
    }
  });
  expect(told.length).toBeLessThanOrEqual(12);
  expect(told[0]).toEqual({ type: 'progress', taskId: 'a', name: 'ledger.pdf', done: 0, total: 1_000 });
  expect(told.at(-1)).toMatchObject({ done: 1_000 });
});

test('what stands still tells its last progress once', async () => {
  const { tasks, told } = tasksAt();
  await tasks.run('a', async ({ progress }) => {
    for (let done = 0; done < 5; done += 1) progress('x', done, 5);
  });
  expect(told).toMatchObject([{ done: 0 }, { done: 4 }]);
});

test('a task that was cancelled comes to nothing; one that fails, fails', async () => {
  const { tasks } = tasksAt();
  const running = tasks.run('a', ({ signal }) => untilAborted(signal));
  tasks.cancel('a');
  expect(await running).toBeNull();
  await expect(tasks.run('a', async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await tasks.run('a', async () => 1)).toBe(1);
  tasks.cancel('never begun');
});

test('a number is used by one task at a time', async () => {
  const { tasks } = tasksAt();
  const running = tasks.run('a', ({ signal }) => untilAborted(signal));
  await expect(tasks.run('a', async () => 1)).rejects.toMatchObject({ code: 'badRequest' });
  tasks.cancel('a');
  expect(await running).toBeNull();
});

test('the end calls all off and waits for them, but not for ever', async () => {
  const { tasks, due } = tasksAt();
  const running = tasks.run('a', ({ signal }) => untilAborted(signal));
  await tasks.cancelAll();
  expect(await running).toBeNull();

  void tasks.run('deaf', () => new Promise(() => undefined));
  const end = tasks.cancelAll();
  for (const task of due) task();
  await end;
});
