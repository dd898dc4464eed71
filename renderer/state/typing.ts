import { useCallback, useEffect, useRef, useState } from 'react';

/** After so many milliseconds without a key, what was typed becomes a change. */
const pause = 900;

const unfinished = new Set<() => void>();

/** Makes a change of everything that is being typed right now: before undo, another article, or the window's end. */
export function finishTyping(): void {
  for (const finish of [...unfinished]) finish();
}

/**
 * A text field over a stored value: what is typed shows at once and becomes one change per pause or blur. A value that
 * changes elsewhere (undo) replaces what is shown, unless something is being typed.
 */
export function useTyped(stored: string, store: (value: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, store });
  latest.current = { typed, store };

  const finish = useCallback(() => {
    const { typed: value, store: keep } = latest.current;
    if (value === null) return;
    latest.current.typed = null;
    setTyped(null);
    keep(value);
  }, []);

  useEffect(() => {
    if (typed === null) return;
    unfinished.add(finish);
    const timer = setTimeout(finish, pause);
    return () => {
      clearTimeout(timer);
      unfinished.delete(finish);
    };
  }, [typed, finish]);

  // Leaving the field's claim counts as leaving the field.
  useEffect(() => finish, [finish]);

  return { value: typed ?? stored, onChange: setTyped, onBlur: finish };
}
