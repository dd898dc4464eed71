import { closeSourceCard } from '../../features/sources/card/source-card';
import { useDialogs } from '../../state/dialogs';
import { focusHome } from '../../state/focus';
import { usePreferences } from '../../state/preferences';
import { closeDrawer } from '../../state/reading/panels';
import { claimOfRow } from '../../state/review/claim-of-row';
import { currentSession, showDraft } from '../../state/review/open-review';
import { dropSelection, goToListed, pickClaim, useReviewView } from '../../state/review/review-view';
import { textField, typeAhead } from '../../ui/fields/text-field';
import { pressed } from '../../ui/pressed';
import { commands } from '../commands';
import { escapeDialog } from './escape';
import { type Key, keyTable } from './key-table';

const article = '[data-scroller]';

function matches(event: KeyboardEvent, key: Key): boolean {
  return (
    pressed(event) === key.key &&
    (event.ctrlKey || event.metaKey) === (key.ctrl ?? false) &&
    // Which signs need Shift depends on the keyboard's layout; for letters and named keys it counts.
    (event.shiftKey === (key.shift ?? false) || /^[/?,]$/.test(key.key)) &&
    !event.altKey
  );
}

function isAllowed(key: Key, target: Element | null): boolean {
  const writesNothing = key.ctrl === true || key.key === 'f3';
  if (target?.closest(textField)) return writesNothing && key.command !== 'undo' && key.command !== 'redo';
  if (writesNothing) return true;
  if (target?.closest(typeAhead)) return false;
  if (key.onlyInArticle) {
    const row = claimOfRow(target);
    // Enter chooses a row, as it does any button; on the row of the current claim it has nothing left to choose.
    if (row !== null) return key.key !== 'enter' || row === useReviewView.getState().current;
    return !target || target === document.body || target.closest(article) !== null;
  }
  return usePreferences.getState().letterKeys;
}

/** No claim is the current one then, and no row is left to act on. */
function leaveClaim(target: Element | null): void {
  pickClaim(null);
  if (claimOfRow(target) !== null) focusHome();
}

/** Escape lets go of one thing at a time: the field, the drawer, the selection, the source, the claim, the older draft. */
function letGo(target: Element | null): void {
  const { selection, card, current } = useReviewView.getState();
  if (target?.closest(textField)) focusHome();
  else if (closeDrawer()) return;
  else if (selection) dropSelection();
  else if (card.show === 'source') closeSourceCard(card.sourceId);
  else if (card.show !== 'claim') return;
  else if (current !== null) leaveClaim(target);
  else if (currentSession()?.isPast) void showDraft(null);
  else pickClaim(null);
}

/** What is done to a claim by key is done to the one whose row has the focus. */
function takeRow(key: Key, target: Element | null): void {
  const row = claimOfRow(target);
  if (row === null || !key.onClaim) return;
  if (row === useReviewView.getState().current) {
    // The card may show something else.
    pickClaim(row);
    return;
  }
  const session = currentSession();
  const listed = session && [...session.shown(), ...session.waiting()].find(({ claim }) => claim.id === row);
  if (listed) goToListed(listed);
}

/** Arrows pressed where nothing has the focus, as after opening an article or closing a form, read the article. */
function readOn(event: KeyboardEvent): void {
  focusHome();
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
    letGo(target);
    return;
  }
  if (target === document.body && event.key.startsWith('Arrow')) {
    readOn(event);
    return;
  }
  const key = keyTable.find((candidate) => matches(event, candidate));
  if (!key || !isAllowed(key, target)) return;
  event.preventDefault();
  takeRow(key, target);
  commands[key.command]();
}

/** The keys of the whole window. */
export function listenToKeys(): void {
  window.addEventListener('keydown', onKeyDown);
}
