import type { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface PersistedStoreOptions<T, S> {
  /** The key in localStorage. */
  name: string;
  initial: T;
  schema: z.ZodType<S>;
  /** The part of the state that is stored. */
  toStored: (state: T) => S;
}

/**
 * A store that the page keeps in localStorage: for what is about this screen and its reader, not about a review. A stored
 * value that does not parse is forgotten.
 */
export function createPersistedStore<T extends object, S extends Partial<T>>(
  options: PersistedStoreOptions<T, S>,
) {
  const { name, initial, schema, toStored } = options;
  return create<T>()(
    persist((): T => initial, {
      name,
      partialize: toStored,
      merge: (stored, current) => ({ ...current, ...schema.safeParse(stored).data }),
    }),
  );
}
