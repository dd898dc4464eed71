import { type RefObject, useEffect, useRef } from 'react';

/** Whether a dialog was closed while it waited for something: it then does nothing more, and closes no other. */
export function useIsLeft(): Readonly<RefObject<boolean>> {
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  return isLeft;
}
