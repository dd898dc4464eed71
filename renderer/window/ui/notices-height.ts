import { useEffect, useRef } from 'react';
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

/** The height that notices take at the foot of the window, in CSS pixels. Dialogs stay clear of it. */
export const useNoticesHeight = create<{ pixels: number }>()(() => ({ pixels: 0 }));

/** The height of the bar at the foot of the window, in CSS pixels. Notices stay clear of it. */
export const useFooterHeight = create<{ pixels: number }>()(() => ({ pixels: 0 }));

/** The ref of an element that is the bar at the foot of the window as long as it is in the page. */
export function useFooterRef() {
  const footer = useRef<HTMLElement>(null);
  useEffect(() => {
    const observer = new ResizeObserver(() =>
      useFooterHeight.setState({ pixels: footer.current?.offsetHeight ?? 0 }),
    );
    if (footer.current) observer.observe(footer.current);
    return () => {
      observer.disconnect();
      useFooterHeight.setState({ pixels: 0 });
    };
  }, []);
  return footer;
}
