import { closeSourceCard } from '#renderer/window/features/sources/source-card.tsx';
import { showDraft } from '#renderer/window/state/article/show-article.ts';
import { runLetterKeyWithUndo } from '#renderer/window/state/article/undo-redo.ts';
import { closeDialog, useDialogs } from '#renderer/window/state/base/dialogs.ts';
import { getKeyBindings, nameKey } from '#renderer/window/state/keys.ts';
import { isLibraryOpen } from '#renderer/window/state/library/location.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import { typingWatch } from '#renderer/window/state/review/typing.ts';
import { clearFind, useFind } from '#renderer/window/state/view/find.ts';
import { clearSelection, setCurrentClaim } from '#renderer/window/state/view/navigate.ts';
import { closeDrawer } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import {
  clearSelectedClaims,
  getClaimIdOfRow,
  hasSelectedClaims,
} from '#renderer/window/state/view/selected-claims.ts';
import { focusMainArea } from '#renderer/window/state/view/viewport.ts';
import { getPressedChord } from '#renderer/window/ui/pressed-key.ts';
import { focusableSelector, textFieldSelector, typeAheadSelector } from '#renderer/window/ui/selectors.ts';
import { isChordForFields, isControlChord, isLetterChord, isSameChord } from '#shared/contract/keys/chord.ts';
import type { KeyBinding } from '#shared/contract/keys/key-bindings.ts';
import { commandInfo } from '#shared/contract/menu-commands.ts';
import { runOnClaimOfRow } from '../commands/commands.ts';

type Step = 'undo' | 'redo';

const inverse: Record<Step, Step> = { undo: 'redo', redo: 'undo' };

const stepByInputType: Record<string, Step | undefined> = { historyUndo: 'undo', historyRedo: 'redo' };

/**
 * Undoes or redoes in the field that has the focus. Chromium has one undo stack for all fields of the page: after the steps of
 * this field it would change another field and focus it. That is reverted at once.
 */
export function undoOrRedoInField(step: Step): void {
  const field = document.activeElement;
  let isOtherField = false;
  const onInput = (event: Event) => {
    if (event.target === field) return;
    isOtherField = true;
    event.stopImmediatePropagation();
  };
  document.addEventListener('input', onInput, true);
  document.execCommand(step);
  if (isOtherField) {
    document.execCommand(inverse[step]);
    if (field instanceof HTMLElement) field.focus();
  }
  document.removeEventListener('input', onInput, true);
}

/** Handles the keys for undo and redo in fields the same way. Without it, Chromium handles them itself. */
export function listenToFieldUndo(): void {
  document.addEventListener('beforeinput', (event) => {
    const step = stepByInputType[event.inputType];
    if (!step) return;
    event.preventDefault();
    undoOrRedoInField(step);
  });
}

/** Dispatches Escape on an element, for a key press that happened elsewhere. */
export function pressEscape(element: Element): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
}

/**
 * Passes Escape to the open dialog when the focus is not in it yet: the key may follow immediately after the one that opened the
 * dialog, even before the dialog is rendered. False when there is no dialog.
 */
function escapeDialog(): boolean {
  const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
  if (dialog) pressEscape(dialog);
  else if (useDialogs.getState().open !== null) closeDialog();
  else return false;
  return true;
}

const typingSelector = `${textFieldSelector}, ${typeAheadSelector}, [role="dialog"]`;

const isInTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest(typingSelector) !== null;

/**
 * Follows the focus into fields, dialogs and menus, because letters that come right after them may have been meant for them, and the
 * mouse elsewhere.
 */
export function listenToTyping(): void {
  typingWatch.follow(isInTyping(document.activeElement));
  document.addEventListener('focusin', ({ target }) => typingWatch.follow(isInTyping(target)));
  document.addEventListener('focusout', () => typingWatch.follow(false));
  // The press takes the focus, so it has to be known before.
  document.addEventListener('pointerdown', ({ target }) => typingWatch.press(!isInTyping(target)), true);
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(end, () => typingWatch.press(false), true);
}

const articleSelector = '[data-scroller]';
const readingPanelSelector = '[data-reading-panel]';

/** The binding that a key press means where the focus is. */
function findBinding(event: KeyboardEvent, target: Element | null): KeyBinding | undefined {
  const pressed = getPressedChord(event);
  if (!pressed) return undefined;
  return getKeyBindings().find(
    (binding) => isSameChord(binding.chord, pressed) && isAllowed(binding, target),
  );
}

function isAllowed({ command, chord }: KeyBinding, target: Element | null): boolean {
  const isForFields = isChordForFields(chord);
  const isOnlyInArticle = commandInfo[command].onlyInArticle || isControlChord(chord);
  if (target?.closest(textFieldSelector))
    return isForFields && !isOnlyInArticle && command !== 'undo' && command !== 'redo';
  if (!isForFields && target?.closest(typeAheadSelector)) return false;
  if (!isOnlyInArticle) return true;
  const row = getClaimIdOfRow(target);
  // Enter and Space press a row, as any button. On the row of the current claim that changes nothing, so they are free.
  if (row !== null)
    return (
      commandInfo[command].actsOnClaim === true &&
      (!/^(?:enter|space)$/.test(chord.key) || row === useReviewView.getState().currentClaimId)
    );
  if (chord.key === 'space' && target?.closest(focusableSelector)?.matches('button, a')) return false;
  // Enter and Space press the buttons of the panel that lists what reading found.
  if (target?.closest(readingPanelSelector)) return !isControlChord(chord);
  return !target || target === document.body || target.closest(articleSelector) !== null;
}

/** Clears the current claim and takes the focus off its row, on which keys would act. */
function leaveClaim(target: Element | null): void {
  setCurrentClaim(null);
  if (getClaimIdOfRow(target) !== null) focusMainArea();
}

/** Selects no claims any more. The claim whose row has the focus becomes the current one, because keys act on it. */
function leaveSelectedClaims(target: Element | null): void {
  clearSelectedClaims();
  const row = getClaimIdOfRow(target);
  if (row !== null) setCurrentClaim(row);
}

/**
 * Escape leaves one thing at a time: the field or the select, the drawer, the selected words, the matches of Find, the selected
 * claims, the source, the claim, the older draft.
 */
function leaveInnermost(target: Element | null): void {
  const { selection, card, currentClaimId } = useReviewView.getState();
  if (target?.closest(`${textFieldSelector}, ${typeAheadSelector}`)) focusMainArea();
  else if (closeDrawer()) return;
  else if (selection) clearSelection();
  else if (useFind.getState().query !== '') clearFind();
  else if (hasSelectedClaims()) leaveSelectedClaims(target);
  else if (card.show === 'source') closeSourceCard(card.sourceId);
  else if (card.show !== 'claim') return;
  else if (currentClaimId !== null) leaveClaim(target);
  else if (currentSession()?.isPast) void showDraft(null);
  else setCurrentClaim(null);
}

/** Passes an arrow key that was pressed without a focus to where it is now: else, as after an article was opened, to the article. */
function passArrowToFocus(event: KeyboardEvent): void {
  if (document.activeElement === document.body) focusMainArea();
  if (document.activeElement === document.body) return;
  event.preventDefault();
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event));
}

/** Runs the commands by their keys, which `state/keys.ts` knows. Without a library there is nothing that keys could act on. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || !isLibraryOpen()) return;
  const pressed = event.target instanceof Element ? event.target : null;
  if (pressed?.closest('[role="dialog"]')) return;
  if (event.key === 'Escape' && escapeDialog()) return;
  if (useDialogs.getState().open !== null) return;
  const hadFocus = pressed !== document.body;
  // A key that was pressed without a focus has returned it (`listen-to-lost-focus.ts`).
  const target = hadFocus ? pressed : document.activeElement;
  if (event.key === 'Escape') {
    leaveInnermost(target);
    return;
  }
  if (!hadFocus && event.key.startsWith('Arrow')) {
    passArrowToFocus(event);
    return;
  }
  const binding = findBinding(event, target);
  if (!binding) return;
  event.preventDefault();
  const { command, chord } = binding;
  const run = () => runOnClaimOfRow(command, getClaimIdOfRow(target));
  // A letter that follows a field closely may have been meant as text.
  if (isLetterChord(chord)) runLetterKeyWithUndo(nameKey(chord), run);
  else run();
}
