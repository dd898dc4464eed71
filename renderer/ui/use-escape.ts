import { useEffect } from 'react';

/** While `cancel` is given, Escape calls it and does nothing else. */
export function useEscape(cancel: (() => void) | null): void {
  useEffect(() => {
    if (!cancel) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [cancel]);
}
