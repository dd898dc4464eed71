import type { ComponentType } from 'react';
import { create } from 'zustand';

interface LoadedDialogs {
  Dialogs: ComponentType | null;
}

/** The dialogs, null until their code is loaded: the first screen does without them. As in `load-review-screen.ts`, not by `lazy`. */
export const useLoadedDialogs = create<LoadedDialogs>()(() => ({ Dialogs: null }));

/** Loads the dialogs. */
export async function loadDialogs(): Promise<void> {
  if (useLoadedDialogs.getState().Dialogs) return;
  const { Dialogs } = await import('../dialogs');
  useLoadedDialogs.setState({ Dialogs });
}
