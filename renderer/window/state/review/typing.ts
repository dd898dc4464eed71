import { type FocusEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import { normalizeInput } from '#shared/domain/base/primitives.ts';
import { currentSession } from './open-review.ts';
import type { Session } from './session.ts';

/** How long after a field, a dialog or a menu was left a letter may still be meant for it, in milliseconds. */
const graceMs = 2_000;

interface TypingWatch {
  /** Follows the focus: `isTyping` says whether it is in a field, a dialog or a menu now. */
  follow(isTyping: boolean): void;
  /** Follows the mouse: `isDown` says whether it is pressed outside of fields, dialogs and menus now. */
  press(isDown: boolean): void;
  /** Whether a field, a dialog or a menu had the focus until a moment ago. */
  wasJustLeft(): boolean;
}

/**
 * Watches when a place to type or to choose in was left. Whoever presses the mouse elsewhere, to select words for example, has left it
 * on purpose, and the letters that come next are meant for what was pressed. `now` is a clock in milliseconds.
 */
export function createTypingWatch(now: () => number): TypingWatch {
  let wasTyping = false;
  let isPressed = false;
  let leftAt = Number.NEGATIVE_INFINITY;
  return {
    follow(isTyping) {
      if (wasTyping && !isTyping && !isPressed) leftAt = now();
      wasTyping = isTyping;
    },
    press(isDown) {
      isPressed = isDown;
      if (isDown) leftAt = Number.NEGATIVE_INFINITY;
    },
    wasJustLeft: () => !wasTyping && now() - leftAt < graceMs,
  };
}

/** Watches the window; `app/keyboard/handle-key.ts` follows the focus. */
export const typingWatch = createTypingWatch(() => performance.now());

/** The fields with text that is not a change yet, each as a function that makes it one. */
const useUncommittedFields = create<{ fields: ReadonlySet<() => void> }>()(() => ({ fields: new Set() }));

/** Registers a field until the returned function is called. */
function registerUncommittedField(commit: () => void): () => void {
  setFields((fields) => fields.add(commit));
  return () => setFields((fields) => fields.delete(commit));
}

function setFields(change: (fields: Set<() => void>) => void): void {
  const fields = new Set(useUncommittedFields.getState().fields);
  change(fields);
  useUncommittedFields.setState({ fields });
}

/** Whether a field has text that is not a change yet, and so is not being saved. */
export function useIsTyping(): boolean {
  return useUncommittedFields(({ fields }) => fields.size > 0);
}

/** Makes changes of everything that is being typed: before undo, before another article is shown, and before the window closes. */
export function commitTyping(): void {
  for (const commit of [...useUncommittedFields.getState().fields]) commit();
}

/**
 * Makes changes of what is being typed, and waits until all changes are on the disk: what main does next is based on them.
 * False while saving is failing. Without an open review there is nothing to wait for.
 */
export async function saveEdits(session: Session | null): Promise<boolean> {
  commitTyping();
  for (let waiting = session; waiting !== null; ) {
    if (await waiting.waitUntilSaved()) return true;
    // When the article was loaded again meanwhile, the edits go on in another session.
    const shown = currentSession();
    if (shown === waiting || shown?.articleId !== waiting.articleId) return false;
    waiting = shown;
  }
  return true;
}

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
