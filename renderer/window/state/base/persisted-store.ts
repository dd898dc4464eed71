import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Guard } from '#shared/text/guards.ts';

interface PersistedStoreOptions<T, S> {
  /** The key in localStorage. */
  name: string;
  initial: T;
  /** Whether a stored value can be used. */
  isStored: Guard<S>;
  /** The part of the state that is stored. */
  toStored: (state: S) => S;
}

/**
 * A store that the page keeps in localStorage: for what is about this screen and its user, not about a review. A stored
 * value that can't be used is forgotten.
 */
export function createPersistedStore<T extends S, S extends object>(options: PersistedStoreOptions<T, S>) {
  const { name, initial, isStored, toStored } = options;
  return create<T>()(
    persist((): T => initial, {
      name,
      partialize: toStored,
      merge: (stored, current) => (isStored(stored) ? { ...current, ...toStored(stored) } : current),
    }),
  );
}
