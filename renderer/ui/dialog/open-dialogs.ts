import { useEffect } from 'react';
import { create } from 'zustand';

const useOpenDialogs = create<{ count: number }>()(() => ({ count: 0 }));

/** Whether a dialog is open, whichever part of the window opened it. */
export function useIsDialogOpen(): boolean {
  return useOpenDialogs(({ count }) => count > 0);
}

/** Counts the surrounding component as an open dialog. */
export function useOpenDialog(): void {
  useEffect(() => {
    useOpenDialogs.setState(({ count }) => ({ count: count + 1 }));
    return () => useOpenDialogs.setState(({ count }) => ({ count: count - 1 }));
  }, []);
}
