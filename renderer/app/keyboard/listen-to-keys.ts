import type { MenuCommand } from '../../../shared/contract/events';
import { verdicts } from '../../../shared/domain/verdict';
import { closeSourceCard } from '../../features/sources/card/source-card';
import { currentSession } from '../../state/article/open-review';
import { showDraft } from '../../state/article/show-article';
import { useDialogs } from '../../state/dialogs';
import { focusMainArea } from '../../state/focus-main-area';
import { usePreferences } from '../../state/preferences';
import { getClaimIdOfRow } from '../../state/view/claim-row';
import { clearSelection, goToListedClaim, setCurrentClaim } from '../../state/view/navigate';
import { closeDrawer } from '../../state/view/panels';
import { useReviewView } from '../../state/view/review-view';
import { clearSelectedClaims, hasSelectedClaims } from '../../state/view/selected-claims';
import { getPressedKey } from '../../ui/pressed-key';
import { textFieldSelector, typeAheadSelector } from '../../ui/selectors';
import { commands } from '../commands/commands';
import { escapeDialog } from './escape-key';
import { type KeyBinding, keyBindings } from './key-bindings';

/** The commands that act on all claims that are selected in the list. */
const commandsOnSelected = new Set<MenuCommand>([...verdicts, 'deleteClaim', 'addSource', 'tagClaim']);

const articleSelector = '[data-scroller]';

function matches(event: KeyboardEvent, key: KeyBinding): boolean {
  return (
    getPressedKey(event) === key.key &&
    (event.ctrlKey || event.metaKey) === (key.ctrl ?? false) &&
    // Whether punctuation needs Shift depends on the keyboard layout, so Shift only counts for other keys.
    (event.shiftKey === (key.shift ?? false) || /^[/?,]$/.test(key.key)) &&
    !event.altKey
  );
}

function isAllowed(key: KeyBinding, target: Element | null): boolean {
  const typesNoText = key.ctrl === true || key.key === 'f3';
  if (target?.closest(textFieldSelector))
    return typesNoText && key.command !== 'undo' && key.command !== 'redo';
  if (typesNoText) return true;
  if (target?.closest(typeAheadSelector)) return false;
  if (key.onlyInArticle) {
    const row = getClaimIdOfRow(target);
    // Enter presses a row, as any button. On the row of the current claim that changes nothing, so it is free for the note.
    if (row !== null) return key.key !== 'enter' || row === useReviewView.getState().currentClaimId;
    return !target || target === document.body || target.closest(articleSelector) !== null;
  }
  return usePreferences.getState().letterKeys;
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

/** Escape leaves one thing at a time: the field, the drawer, the selected words, the selected claims, the source, the claim, the older draft. */
function leaveInnermost(target: Element | null): void {
  const { selection, card, currentClaimId } = useReviewView.getState();
  if (target?.closest(textFieldSelector)) focusMainArea();
  else if (closeDrawer()) return;
  else if (selection) clearSelection();
  else if (hasSelectedClaims()) leaveSelectedClaims(target);
  else if (card.show === 'source') closeSourceCard(card.sourceId);
  else if (card.show !== 'claim') return;
  else if (currentClaimId !== null) leaveClaim(target);
  else if (currentSession()?.isPast) void showDraft(null);
  else setCurrentClaim(null);
}

/** Makes the claim whose row has the focus the current one, before a key acts on it. */
function setCurrentClaimToRow(key: KeyBinding, target: Element | null): void {
  const row = getClaimIdOfRow(target);
  if (row === null || !key.actsOnClaim) return;
  // These keys act on all selected claims, whichever row has the focus.
  if (hasSelectedClaims() && commandsOnSelected.has(key.command)) return;
  if (row === useReviewView.getState().currentClaimId) {
    // The card may show something else than the claim.
    setCurrentClaim(row);
    return;
  }
  const session = currentSession();
  const listed =
    session && [...session.outline(), ...session.unplaced()].find(({ claim }) => claim.id === row);
  if (listed) goToListedClaim(listed);
}

/** Without a focus, as after an article was opened or a form closed, arrow keys move the cursor in the article. */
function passArrowToArticle(event: KeyboardEvent): void {
  focusMainArea();
  if (document.activeElement === document.body) return;
  event.preventDefault();
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event));
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('[role="dialog"]')) return;
  if (event.key === 'Escape' && escapeDialog()) return;
  if (useDialogs.getState().open !== null) return;
  if (event.key === 'Escape') {
    leaveInnermost(target);
    return;
  }
  if (target === document.body && event.key.startsWith('Arrow')) {
    passArrowToArticle(event);
    return;
  }
  const key = keyBindings.find((candidate) => matches(event, candidate));
  if (!key || !isAllowed(key, target)) return;
  event.preventDefault();
  setCurrentClaimToRow(key, target);
  commands[key.command]();
}

/**
 * Runs the commands of `key-bindings.ts` by their keys. The other parts of this folder:
 *
 * - `escape-key.ts`, `select-all.ts`, `field-undo.ts`: Escape, Ctrl+A and undo, which also work in dialogs or fields.
 * - `listen-to-lost-focus.ts`: where the focus goes when the element that has it disappears.
 */
export function listenToKeys(): void {
  window.addEventListener('keydown', onKeyDown);
}
