import {
  isChordForFields,
  isControlChord,
  isLetterChord,
  isSameChord,
} from '../../../shared/contract/keys/chord';
import type { KeyBinding } from '../../../shared/contract/keys/key-bindings';
import { commandInfo } from '../../../shared/contract/menu-commands';
import { closeSourceCard } from '../../features/sources/source-card';
import { currentSession } from '../../state/article/open-review';
import { showDraft } from '../../state/article/show-article';
import { useDialogs } from '../../state/dialogs';
import { focusMainArea } from '../../state/focus-main-area';
import { getKeyBindings, nameKey } from '../../state/keys';
import { isLibraryOpen } from '../../state/library/place';
import { runLetterKey } from '../../state/undo-redo';
import { getClaimIdOfRow } from '../../state/view/claim-row';
import { clearFind, useFind } from '../../state/view/find';
import { clearSelection, setCurrentClaim } from '../../state/view/navigate';
import { closeDrawer } from '../../state/view/panels';
import { useReviewView } from '../../state/view/review-view';
import { clearSelectedClaims, hasSelectedClaims } from '../../state/view/selected-claims';
import { getPressedChord } from '../../ui/pressed-chord';
import { focusableSelector, textFieldSelector, typeAheadSelector } from '../../ui/selectors';
import { runOnClaimOfRow } from '../commands/run-on-claim-of-row';
import { escapeDialog } from './escape-key';

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

/** Escape leaves one thing at a time: the field or the select, the drawer, the selected words, the matches of Find, the selected claims, the source, the claim, the older draft. */
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

/**
 * Runs the commands by their keys, which `state/keys.ts` knows. Without a library there is nothing that keys could act on. The other
 * parts of this folder:
 *
 * - `escape-key.ts`, `select-all.ts`, `field-undo.ts`: Escape, Ctrl+A and undo, which also work in dialogs or fields.
 * - `listen-to-typing.ts`: when a field, a dialog or a menu was left, after which a letter may not be meant as a key.
 * - `listen-to-lost-focus.ts`: where the focus goes when the element that has it disappears.
 */
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
  if (isLetterChord(chord)) runLetterKey(nameKey(chord), run);
  else run();
}
