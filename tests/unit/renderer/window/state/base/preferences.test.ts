import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createOptimisticUpdate } from '#renderer/window/state/base/preferences.ts';

interface Choices {
  name: string;
  theme: string;
}

const fresh: Choices = { name: '', theme: 'light' };

/** An update over a store whose answers are given by hand, oldest first. */
function updateByHand() {
  const shown = createStore<Choices>()(() => fresh);
  const open: ((answer: Choices | null) => void)[] = [];
  const update = createOptimisticUpdate<Choices>(shown, () => new Promise((resolve) => open.push(resolve)));
  const answer = async (stored: Choices | null) => {
    open.shift()?.(stored);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { update, answer, shown: () => shown.getState() };
}

describe('an optimistic update', () => {
  it('an update shows at once and stays while an earlier one is answered', async () => {
    const { update, answer, shown } = updateByHand();
    void update({ name: '' });
    void update({ name: 'Ada' });
    expect(shown().name).toBe('Ada');
    await answer(fresh);
    expect(shown().name).toBe('Ada');
    await answer({ ...fresh, name: 'Ada' });
    expect(shown()).toEqual({ ...fresh, name: 'Ada' });
  });

  it('an update that could not be stored is reverted, and no other one', async () => {
    const { update, answer, shown } = updateByHand();
    void update({ theme: 'dark' });
    void update({ name: 'Ada' });
    await answer({ ...fresh, theme: 'dark' });
    await answer(null);
    expect(shown()).toEqual({ ...fresh, theme: 'dark' });
  });

  it('the last stored value remains when an earlier update could not be stored', async () => {
    const { update, answer, shown } = updateByHand();
    void update({ theme: 'dark' });
    void update({ name: 'Ada' });
    await answer(null);
    expect(shown().name).toBe('Ada');
    await answer({ ...fresh, name: 'Ada' });
    expect(shown()).toEqual({ ...fresh, name: 'Ada' });
  });

  it('the value as it was stored shows when all updates are answered', async () => {
    const { update, answer, shown } = updateByHand();
    void update({ name: ' Ada ' });
    await answer({ ...fresh, name: 'Ada' });
    expect(shown().name).toBe('Ada');
  });
});
