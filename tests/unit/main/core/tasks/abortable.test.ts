import { expect, test } from 'vitest';
import { abortable, untilAny } from '../../../../../main/core/tasks/abortable';

const never = () => new Promise<never>(() => undefined);

test('becomes what the work becomes', async () => {
  const { signal } = new AbortController();
  expect(await abortable(signal, Promise.resolve(1))).toBe(1);
  await expect(abortable(signal, Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('rejects with the reason as soon as it is aborted, though the work goes on', async () => {
  const task = new AbortController();
  const outcome = abortable(task.signal, never());
  task.abort(new Error('cancelled'));
  await expect(outcome).rejects.toThrow('cancelled');
});

test('rejects when it was aborted before', async () => {
  await expect(abortable(AbortSignal.abort(new Error('cancelled')), never())).rejects.toThrow('cancelled');
});

test('work that fails after it was cancelled troubles nobody', async () => {
  const task = new AbortController();
  let fail: (error: Error) => void = () => undefined;
  const work = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  const outcome = abortable(task.signal, work);
  task.abort(new Error('cancelled'));
  await expect(outcome).rejects.toThrow('cancelled');
  // An unhandled rejection would fail the run.
  fail(new Error('late'));
  await new Promise((resolve) => setTimeout(resolve));
});

test('a signal that follows several aborts with the first of them, for its reason', async () => {
  const [one, other] = [new AbortController(), new AbortController()];
  const signals = [one.signal, other.signal];
  expect(await untilAny(signals, async (signal) => signal.aborted)).toBe(false);
  const aborting = untilAny(signals, (signal) => abortable(signal, never()));
  other.abort(new Error('left'));
  await expect(aborting).rejects.toThrow('left');
  await expect(untilAny(signals, async (signal) => signal.throwIfAborted())).rejects.toThrow('left');
  one.abort(new Error('cancelled'));
});
