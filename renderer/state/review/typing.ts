import { type FocusEvent, useCallback, useEffect, useRef, useState } from 'react';
import { typed } from '../../../shared/domain/primitives';

/** After so many milliseconds without a key, what was typed becomes a change. */
const pause = 900;

const unfinished = new Set<() => void>();

/** Makes a change of everything that is being typed right now: before undo, another article, or the window's end. */
export function finishTyping(): void {
  for (const finish of [...unfinished]) finish();
}

function selectWhole(field: Element, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  if (field === document.activeElement && field.value === text) field.select();
}

/** Selects it once a click has put its caret; before a key that comes sooner. */
function selectSoon(field: Element, text: string): void {
  const select = () => {
    cancelAnimationFrame(frame);
    field.removeEventListener('keydown', select);
    selectWhole(field, text);
  };
  const frame = requestAnimationFrame(select);
  field.addEventListener('keydown', select);
}

interface Typing {
  /** What the field shows. */
  shown: string;
  /** Whether that is ahead of what is stored. */
  ahead: boolean;
}

/**
 * A text field over a stored value: what is typed shows at once and becomes one change per pause, or when the field is
 * left. A pause in typing changes nothing that is shown, so a space at the end is still there when one types on; a value
 * that changes elsewhere (undo) replaces what is shown. The stored value is the text as `typed` has it, null as ''.
 * While nothing is stored, a field with an `offer` begins with it when it gets the focus, selected so that typing replaces it;
 * left as it is, nothing is stored.
 */
export function useTyped(stored: string, store: (value: string) => void, offer = '') {
  const [typing, setTyping] = useState<Typing | null>(null);
  const storable = (shown: string) => {
    const value = typed(shown) ?? '';
    return value === typed(offer) ? '' : value;
  };
  const keepShown = (shown: string) => store(storable(shown) === '' ? '' : shown);
  const latest = useRef({ typing, store: keepShown });
  latest.current = { typing, store: keepShown };

  const keep = useCallback(() => {
    const { typing: now, store: keepValue } = latest.current;
    if (!now?.ahead) return;
    const kept = { shown: now.shown, ahead: false };
    latest.current.typing = kept;
    setTyping(kept);
    keepValue(now.shown);
  }, []);

  const leave = useCallback(() => {
    keep();
    setTyping(null);
  }, [keep]);

  const ahead = typing?.ahead ?? false;
  const shown = typing?.shown;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key starts the pause anew
  useEffect(() => {
    if (!ahead) return;
    unfinished.add(keep);
    const timer = setTimeout(keep, pause);
    return () => {
      clearTimeout(timer);
      unfinished.delete(keep);
    };
  }, [ahead, shown, keep]);

  // Leaving the field's claim counts as leaving the field.
  useEffect(() => keep, [keep]);

  const changedElsewhere = typing !== null && !typing.ahead && storable(typing.shown) !== stored;
  return {
    value: typing === null || changedElsewhere ? stored : typing.shown,
    onChange: (value: string) => setTyping({ shown: value, ahead: true }),
    onFocus: ({ target }: FocusEvent) => {
      if (offer === '' || stored !== '' || typing !== null) return;
      setTyping({ shown: offer, ahead: false });
      selectSoon(target, offer);
    },
    onBlur: leave,
  };
}
