import { type FocusEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import { normalizeInput } from '../../../shared/domain/primitives';
import { registerUncommittedField } from './commit-typing';

/** How long after the last key the typed text becomes a change, in milliseconds. */
const commitDelayMs = 900;

interface Typing {
  /** The text in the field. */
  text: string;
  /** Whether the text is not stored yet. */
  isUncommitted: boolean;
}

/**
 * The props of a text field over a stored value. Typed text shows at once and becomes one change per pause, or when the field
 * is left. Committing changes nothing in the field, so a space at its end is still there when the person types on. A value that
 * changes elsewhere, as by undo, replaces the text.
 *
 * The stored value is the text after `normalizeInput`, with '' for null. While nothing is stored, a field with a `suggestion`
 * has it from the moment of its focus, selected so that whatever is typed or pasted replaces it; an unchanged suggestion is not
 * stored.
 */
export function useDebouncedField(stored: string, store: (value: string) => void, suggestion = '') {
  const [typing, setTyping] = useState<Typing | null>(null);
  const toStored = (text: string) => {
    const value = normalizeInput(text) ?? '';
    return value === normalizeInput(suggestion) ? '' : value;
  };
  const storeText = (text: string) => store(toStored(text) === '' ? '' : text);
  const latest = useRef({ typing, storeText });
  latest.current = { typing, storeText };

  const commit = useCallback(() => {
    const { typing: current, storeText: storeLatest } = latest.current;
    if (!current?.isUncommitted) return;
    const committed = { text: current.text, isUncommitted: false };
    latest.current.typing = committed;
    setTyping(committed);
    storeLatest(current.text);
  }, []);

  const leave = useCallback(() => {
    commit();
    setTyping(null);
  }, [commit]);

  const isUncommitted = typing?.isUncommitted ?? false;
  const text = typing?.text;
  useEffect(() => (isUncommitted ? registerUncommittedField(commit) : undefined), [isUncommitted, commit]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key restarts the delay
  useEffect(() => {
    if (!isUncommitted) return;
    const timer = setTimeout(commit, commitDelayMs);
    return () => clearTimeout(timer);
  }, [isUncommitted, text, commit]);

  // Another claim's card replaces this one without a blur event.
  useEffect(() => commit, [commit]);

  const startsWithSuggestion = suggestion !== '' && stored === '' && typing === null;
  const isChangedElsewhere = typing !== null && !typing.isUncommitted && toStored(typing.text) !== stored;
  return {
    value: typing === null || isChangedElsewhere ? stored : typing.text,
    onChange: (value: string) => setTyping({ text: value, isUncommitted: true }),
    onMouseDown: (event: MouseEvent) => {
      if (!startsWithSuggestion || !isTextField(event.target)) return;
      // Otherwise the browser would put the caret into the selected text.
      event.preventDefault();
      event.target.focus();
    },
    onFocus: ({ target }: FocusEvent) => {
      if (!startsWithSuggestion || !isTextField(target)) return;
      // Filled in at once: a key or a paste may come before the next rendering, which then finds the text there.
      target.value = suggestion;
      target.select();
      setTyping({ text: suggestion, isUncommitted: false });
    },
    onBlur: leave,
  };
}

function isTextField(target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
