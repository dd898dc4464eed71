import { type RefObject, useEffect, useRef } from 'react';

/**
 * A ref that becomes true when the dialog closes. A dialog that waited for something then does nothing more; above all, it does
 * not close another dialog.
 */
export function useIsClosed(): Readonly<RefObject<boolean>> {
  const isClosed = useRef(false);
  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
    };
  }, []);
  return isClosed;
}
