import { describe, expect, it } from 'vitest';
import { createSaveQueue, type Saving } from '../../../../../renderer/state/review/save-queue';
import { failure, type Result, success } from '../../../../../shared/contract/result';
import type { ProposedChange } from '../../../../../shared/domain/history/change';

function change(id: string): ProposedChange {
  return { id, action: 'claim.edit', edits: [{ table: 'claims', id: 'c', delete: {} }] };
}

/** A queue over a disk whose answers are given by hand, and whose retries are started by hand. */
function queueOverDisk(answer: (sent: ProposedChange, attempt: number) => Result<{ at: string }>) {
  const sent: string[] = [];
  const states: Saving[] = [];
  const rejected: string[] = [];
  const pauses: number[] = [];
  let retries: (() => void)[] = [];
  const queue = createSaveQueue<{ at: string }>({
    send: async (proposed) => {
      sent.push(proposed.id);
      return answer(proposed, sent.length);
    },
    acknowledged: () => undefined,
    rejected: ({ code }, dropped) => rejected.push(code, ...dropped.map(({ id }) => id)),
    changed: (saving) => states.push(saving),
    later: (milliseconds, retry) => {
      pauses.push(milliseconds);
      retries.push(retry);
      return () => {
        retries = retries.filter((waiting) => waiting !== retry);
      };
    },
  });
  const runRetries = async () => {
    const due = retries;
    retries = [];
    for (const retry of due) retry();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { queue, sent, states, rejected, pauses, runRetries };
}

const at = '2026-11-24T10:00:00.000Z';

describe('the save queue', () => {
  it('says saved only after the answer', async () => {
    const { queue, states } = queueOverDisk(() => success({ at }));
    queue.push(change('a'));
    expect(states).toEqual([{ state: 'saving', waiting: 1 }]);
    expect(await queue.settled()).toBe(true);
    expect(states.at(-1)).toEqual({ state: 'saved', at });
  });

  it('sends in order, each once, when all goes well', async () => {
    const { queue, sent } = queueOverDisk(() => success({ at }));
    for (const id of ['a', 'b', 'c']) queue.push(change(id));
    await queue.settled();
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('keeps what was not saved at the head and retries it before anything else', async () => {
    const { queue, sent, states, runRetries } = queueOverDisk((_, attempt) =>
      attempt <= 2 ? failure('notSaved', 'The disk is full.') : success({ at }),
    );
    queue.push(change('a'));
    queue.push(change('b'));
    expect(await queue.settled()).toBe(false);
    expect(states.at(-1)).toEqual({ state: 'failing', waiting: 2, why: 'The disk is full.' });
    queue.push(change('c'));
    await runRetries();
    expect(sent).toEqual(['a', 'a']);
    await runRetries();
    expect(await queue.settled()).toBe(true);
    expect(sent).toEqual(['a', 'a', 'a', 'b', 'c']);
    expect(queue.waiting()).toBe(0);
  });

  it('waits longer after each failure, up to a bound', async () => {
    const { queue, pauses, runRetries } = queueOverDisk(() => failure('notSaved', 'no'));
    queue.push(change('a'));
    for (let round = 0; round < 6; round += 1) await runRetries();
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it('retries in one chain, however often somebody tries again by hand', async () => {
    const { queue, pauses, runRetries } = queueOverDisk(() => failure('notSaved', 'no'));
    queue.push(change('a'));
    await runRetries();
    for (let round = 0; round < 5; round += 1) {
      queue.retry();
      await new Promise((resolve) => setTimeout(resolve));
    }
    const before = pauses.length;
    await runRetries();
    expect(pauses.length).toBe(before + 1);
  });

  it('drops the rest and tells when main has something else standing there', async () => {
    const { queue, rejected, sent } = queueOverDisk(() => failure('conflict', 'differs'));
    queue.push(change('a'));
    queue.push(change('b'));
    await queue.settled();
    expect(rejected).toEqual(['conflict', 'a', 'b']);
    expect(sent).toEqual(['a']);
    expect(queue.waiting()).toBe(0);
  });
});
