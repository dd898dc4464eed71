import { describe, expect, it } from 'vitest';
import { createSaveQueue, type SaveState } from '#renderer/window/state/review/save-queue.ts';
import { failure, type Result, success } from '#shared/contract/result.ts';
import type { ProposedChange } from '#shared/domain/review/change.ts';

function createChange(id: string): ProposedChange {
  return { id, action: 'claim.edit', edits: [{ table: 'claims', id: 'c', delete: {} }] };
}

/** A queue with a fake disk that answers as the test says, and whose retries run when the test says so. */
function createQueueWithFakeDisk(answer: (sent: ProposedChange, attempt: number) => Result<{ at: string }>) {
  const sent: string[] = [];
  const states: SaveState[] = [];
  const rejected: string[] = [];
  const delays: number[] = [];
  let retries: (() => void)[] = [];
  const queue = createSaveQueue<{ at: string }>({
    send: async (proposed) => {
      sent.push(proposed.id);
      return answer(proposed, sent.length);
    },
    onAcknowledged: () => undefined,
    onRejected: ({ code }, dropped) => rejected.push(code, dropped.id),
    onStateChange: (state) => states.push(state),
    schedule: (delayMs, retry) => {
      delays.push(delayMs);
      retries.push(retry);
      return () => {
        retries = retries.filter((other) => other !== retry);
      };
    },
  });
  const runRetries = async () => {
    const due = retries;
    retries = [];
    for (const retry of due) retry();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { queue, sent, states, rejected, delays, runRetries };
}

const at = '2026-11-24T10:00:00.000Z';

describe('the save queue', () => {
  it('the state is “saved” only after the answer of main', async () => {
    const { queue, states } = createQueueWithFakeDisk(() => success({ at }));
    queue.push(createChange('a'));
    expect(states).toEqual([{ state: 'saving', waiting: 1 }]);
    expect(await queue.waitUntilSaved()).toBe(true);
    expect(states.at(-1)).toEqual({ state: 'saved', at });
  });

  it('changes are sent in order and once each when all are saved', async () => {
    const { queue, sent } = createQueueWithFakeDisk(() => success({ at }));
    for (const id of ['a', 'b', 'c']) queue.push(createChange(id));
    await queue.waitUntilSaved();
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('a change that was not saved is sent again before any later one', async () => {
    const { queue, sent, states, runRetries } = createQueueWithFakeDisk((_, attempt) =>
      attempt <= 2 ? failure('notSaved', 'The disk is full.') : success({ at }),
    );
    queue.push(createChange('a'));
    queue.push(createChange('b'));
    expect(await queue.waitUntilSaved()).toBe(false);
    expect(states.at(-1)).toEqual({ state: 'failing', waiting: 2, why: 'The disk is full.' });
    queue.push(createChange('c'));
    await runRetries();
    expect(sent).toEqual(['a', 'a']);
    await runRetries();
    expect(await queue.waitUntilSaved()).toBe(true);
    expect(sent).toEqual(['a', 'a', 'a', 'b', 'c']);
    expect(queue.pending()).toEqual([]);
  });

  it('the delay grows after each failure up to a maximum', async () => {
    const { queue, delays, runRetries } = createQueueWithFakeDisk(() => failure('notSaved', 'no'));
    queue.push(createChange('a'));
    for (let round = 0; round < 6; round += 1) await runRetries();
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it('only one retry is scheduled, however often the person tries again', async () => {
    const { queue, delays, runRetries } = createQueueWithFakeDisk(() => failure('notSaved', 'no'));
    queue.push(createChange('a'));
    await runRetries();
    for (let round = 0; round < 5; round += 1) {
      queue.retry();
      await new Promise((resolve) => setTimeout(resolve));
    }
    const before = delays.length;
    await runRetries();
    expect(delays.length).toBe(before + 1);
  });

  it('a conflict drops that change alone; later ones wait until they are taken, or sent on', async () => {
    const { queue, rejected, sent } = createQueueWithFakeDisk((change) =>
      change.id === 'a' ? failure('conflict', 'differs') : success({ at }),
    );
    for (const id of ['a', 'b']) queue.push(createChange(id));
    const isSaved = queue.waitUntilSaved();
    await queue.stop();
    queue.push(createChange('c'));
    expect(rejected).toEqual(['conflict', 'a']);
    expect(sent).toEqual(['a']);
    expect(queue.takeAll().map(({ id }) => id)).toEqual(['b', 'c']);
    expect(await isSaved).toBe(false);
    queue.push(createChange('d'));
    queue.resume();
    expect(await queue.waitUntilSaved()).toBe(true);
    expect(sent).toEqual(['a', 'd']);
  });

  it('a stopped queue has the answer to what it sent, and sends nothing more', async () => {
    const { queue, sent, states } = createQueueWithFakeDisk(() => success({ at }));
    for (const id of ['a', 'b']) queue.push(createChange(id));
    await queue.stop();
    expect(sent).toEqual(['a']);
    expect(states.at(-1)).toEqual({ state: 'saving', waiting: 1 });
    expect(queue.takeAll().map(({ id }) => id)).toEqual(['b']);
  });
});
