import { expect, test } from 'vitest';
import { rejectOnAbort, withAnySignal } from '../../../../../main/core/tasks/abort-signals';

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
