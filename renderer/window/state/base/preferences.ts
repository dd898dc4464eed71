import { create } from 'zustand';
import { defaultPreferences, type Preferences } from '#shared/domain/settings/settings.ts';
import { callMain, client, takeValue } from './client.ts';

interface Store<T> {
  getState(): T;
  setState(part: Partial<T>): void;
}

/**
 * Creates a function that updates a stored value and shows the update at once. `send` resolves to the whole value as it is
 * stored then, or to null when it could not be stored; the update is reverted then. Updates may overlap.
 */
export function createOptimisticUpdate<T>(
  store: Store<T>,
  send: (part: Partial<T>) => Promise<T | null>,
): (part: Partial<T>) => Promise<void> {
  let stored = store.getState();
  let runningCount = 0;
  return async (part) => {
    if (runningCount === 0) stored = store.getState();
    runningCount += 1;
    store.setState(part);
    stored = (await send(part)) ?? stored;
    runningCount -= 1;
    // While later updates are running, this answer lacks them: showing it would revert them for a moment.
    if (runningCount === 0) store.setState(stored);
  };
}

export const usePreferences = create<Preferences>()(() => defaultPreferences);

export async function loadPreferences(): Promise<void> {
  usePreferences.setState(takeValue(await client.call('settings.get', null), 'settings') ?? {});
}

/** Shows an update at once. When main can't store it, reverts it and shows the error. */
export const updatePreferences = createOptimisticUpdate<Preferences>(
  usePreferences,
  async (part) => (await callMain('settings', 'settings.change', part)) ?? null,
);
