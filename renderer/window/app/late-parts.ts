import { create } from 'zustand';
import type { MenuCommand } from '#shared/contract/menu-commands.ts';
import { waitForLocation } from '../state/library/location.ts';

/**
 * A part of the window that the list of the library does without, so that it is loaded once the list is painted. Work for it that
 * comes earlier, such as a key, waits and is done in order.
 */
export function createLatePart<T extends object>(importPart: () => Promise<T>) {
  const useLoaded = create<{ part: T | null }>()(() => ({ part: null }));
  const waiting: ((part: T) => void)[] = [];
  let loading: Promise<void> | null = null;

  const take = (part: T) => {
    useLoaded.setState({ part });
    for (const work of waiting.splice(0))
      try {
        work(part);
      } catch (error) {
        // As after an event: what came next is still done.
        reportError(error);
      }
  };
  const load = (): Promise<void> => {
    loading ??= importPart()
      .then(take)
      .catch((error) => {
        // Tried again by what needs it next.
        loading = null;
        throw error;
      });
    return loading;
  };
  return {
    /** Loads the part, once. */
    load,
    /** The part, null until it is loaded. Not by React's `lazy`, which would show nothing for a frame even when it is there. */
    use: () => useLoaded(({ part }) => part),
    isLoaded: () => useLoaded.getState().part !== null,
    /** Works with the part: at once, or as soon as it is loaded. */
    run(work: (part: T) => void): void {
      const { part } = useLoaded.getState();
      if (part) work(part);
      else {
        waiting.push(work);
        void load();
      }
    },
  };
}

/**
 * The actions of commands, keys, menus, drops and events from main. Nothing is done before it is known whether there is a library, and
 * which keys were chosen.
 */
export const actions = createLatePart(async () => {
  const { prepare, windowActions } = await import('./actions.ts');
  await prepare();
  await waitForLocation();
  return windowActions;
});

/** Returns a function that runs a command, for buttons. */
export function createRunner(command: MenuCommand): () => void {
  return () => actions.run(({ commands }) => commands[command]());
}

/** The screen of an article. */
export const reviewScreen = createLatePart(() => import('./screens/review-screen.tsx'));

export const dialogs = createLatePart(() => import('./dialogs.tsx'));
