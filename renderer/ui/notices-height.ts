import { useEffect, useRef } from 'react';
import { create } from 'zustand';

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
