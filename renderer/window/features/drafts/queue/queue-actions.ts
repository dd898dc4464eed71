import { useEffect } from 'react';
import { runLetterKeyWithUndo } from '#renderer/window/state/article/undo-redo.ts';
import { useDialogs } from '#renderer/window/state/base/dialogs.ts';
import { showNotice } from '#renderer/window/state/base/notices.ts';
import { usePreferences } from '#renderer/window/state/base/preferences.ts';
import { getKeyBindings, getKeyName, nameKey } from '#renderer/window/state/keys.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import { currentEditContext } from '#renderer/window/state/review/reviewer.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { clearSelection, goToQueueIndex } from '#renderer/window/state/view/navigate.ts';
import { closeDrawer } from '#renderer/window/state/view/panels.ts';
import { type QueueView, useReviewView } from '#renderer/window/state/view/review-view.ts';
import { getClaimIdOfRow } from '#renderer/window/state/view/selected-claims.ts';
import { getPressedChord, getPressedKey } from '#renderer/window/ui/pressed-key.ts';
import { focusableSelector, textFieldSelector, typeAheadSelector } from '#renderer/window/ui/selectors.ts';
import { isLetterChord, isSameChord } from '#shared/contract/keys/chord.ts';
import {
  describeVerdictChange,
  statusLooks,
  type Verdict,
  type VerdictKey,
  verdicts,
} from '#shared/domain/base/verdict.ts';
import { resizeClaim } from '#shared/domain/claims/claim-edits.ts';
import type { QueuedClaim } from '#shared/domain/claims/review-queue.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { getPlacementWords, retireClaim } from '#shared/domain/review/placed-claims.ts';
import { shorten } from '#shared/text/format/wording.ts';
import type { Span } from '#shared/text/span.ts';
import {
  closeQueue,
  findQueuedClaim,
  goToNextWaiting,
  isWaiting,
  postponeClaim,
  skipClaim,
} from './queue-navigation.ts';

/**
 * The effect of each key. A key that can't be changed has the name of its character in upper case; `⌫` is Backspace and Delete.
 * The others have the name of the command of the window whose key they are.
 */
type QueueKeyMap = ReadonlyMap<string, () => void>;

/** A letter that the queue takes for itself. None is left, and the compiler refuses it, if it is the key of a verdict. */
type QueueLetter<L extends string> = Exclude<L, Uppercase<VerdictKey>>;

const postponeKey: QueueLetter<'P'> = 'P';
const confirmAllKey: QueueLetter<'A'> = 'A';

interface QueueKeysProps {
  keys: QueueKeyMap;
  /** The keys while the row of a claim has the focus. They act on that claim. */
  getKeysOnRow?: (claimId: string) => QueueKeyMap;
}

/**
 * Listens to the keys of the queue wherever the focus is, except in a field; Enter is left to a control that it presses. It comes
 * before the keys of the window: some keys are the same there, and they would change the claim without going on to the next one.
 */
export function QueueKeys({ keys, getKeysOnRow }: QueueKeysProps) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.isComposing) return;
      if (useDialogs.getState().open !== null) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(`${textFieldSelector}, ${typeAheadSelector}`)) return;
      if (event.key === 'Enter' && target?.closest(focusableSelector)) return;
      const claimId = getClaimIdOfRow(target);
      const effect = findEffect(event, claimId === null || !getKeysOnRow ? keys : getKeysOnRow(claimId));
      if (!effect) return;
      event.preventDefault();
      event.stopPropagation();
      // A key that is held would judge one claim after the other.
      if (event.repeat && !effect.canRepeat) return;
      if (effect.letter === null) effect.run();
      else runLetterKeyWithUndo(effect.letter, effect.run);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [keys, getKeysOnRow]);
  return null;
}

interface Effect {
  run: () => void;
  /** The name of a key that types a character; null for others. */
  letter: string | null;
  canRepeat: boolean;
}

function findEffect(event: KeyboardEvent, keys: QueueKeyMap): Effect | undefined {
  const fixed = event.ctrlKey || event.metaKey ? undefined : getFixedKey(event);
  const runFixed = fixed === undefined ? undefined : keys.get(fixed);
  if (fixed !== undefined && runFixed) {
    const isLetter = isSingleCharacter(fixed);
    if (isLetter && !usePreferences.getState().letterKeys) return undefined;
    return { run: runFixed, letter: isLetter ? fixed : null, canRepeat: false };
  }
  const pressed = getPressedChord(event);
  const binding = pressed && getKeyBindings().find(({ chord }) => isSameChord(chord, pressed));
  const run = binding && keys.get(binding.command);
  if (!run) return undefined;
  const { command, chord } = binding;
  const canRepeat = command === 'nextClaim' || command === 'previousClaim';
  return { run, letter: isLetterChord(chord) ? nameKey(chord) : null, canRepeat };
}

function getFixedKey(event: KeyboardEvent): string {
  const key = getPressedKey(event);
  return key === 'backspace' || key === 'delete' ? '⌫' : key.toUpperCase();
}

/** Keys of one character can be switched off in the settings. */
function isSingleCharacter(key: string): boolean {
  return /^[\w⌫]$/.test(key);
}

/** Longest part of a claim's words in a notice, in UTF-16 code units. */
const maxWordsInNotice = 60;

/** Sets or confirms the verdict of a claim on its current words, and goes on. A notice names the verdict that it replaces, with Undo. */
function setQueuedVerdict({ claim }: QueuedClaim, verdict: Verdict): void {
  const session = currentSession();
  if (!session) return;
  const { verdict: before } = claim;
  const number = session.outlineById().get(claim.id)?.number;
  const step = setVerdict(session.review, session.draft, claim, verdict, currentEditContext());
  if (!session.apply(step)) return;
  const isReplaced = number !== undefined && before !== verdict && before !== 'unchecked';
  goToNextWaiting(session, isReplaced ? `${describeVerdictChange(number, before, verdict)}.` : null);
}

/** Confirms the verdicts of several claims in one step, and goes on. */
export function confirmVerdicts(queued: readonly QueuedClaim[]): void {
  const session = currentSession();
  if (!session) return;
  const { review, draft } = session;
  const edits = queued.flatMap(
    ({ claim }) => setVerdict(review, draft, claim, claim.verdict, currentEditContext())?.edits ?? [],
  );
  if (session.apply({ action: 'claim.verdict', edits })) goToNextWaiting(session);
}

/** Attaches a claim to a span of the draft. */
export function attachToSpan(queued: QueuedClaim, span: Span): void {
  const session = currentSession();
  if (!session?.apply(resizeClaim(queued.placement, span))) return;
  // A claim on changed words still needs a verdict, so it stays on the screen.
  if (!isWaiting(session, queued.placement.id)) goToNextWaiting(session);
}

/** Retires a claim, and offers to undo that. */
function retireQueuedClaim({ placement, claim }: QueuedClaim): void {
  const session = currentSession();
  if (!session) return;
  const words = getPlacementWords(placement, session.draft.text);
  if (!session.apply(retireClaim(placement, claim.judged?.words ?? words))) return;
  const retired = `Retired “${shorten(words, maxWordsInNotice)}”.`;
  goToNextWaiting(session, `${retired} It is no longer in draft ${session.draft.number}.`);
}

/** Shows the article, so that the reviewer can select the words that the claim is about now. */
function startAttaching({ placement }: QueuedClaim): void {
  setAttaching(true);
  useReviewView.setState({ selection: null, revealRequest: placement.span && { span: placement.span } });
}

/** Goes back to the queue without attaching the claim. */
export function stopAttaching(): void {
  setAttaching(false);
}

/** Attaches the claim of the queue to the selected words; false when no claim is being attached. */
export function attachToSelection(): boolean {
  const session = currentSession();
  const { queue, selection } = useReviewView.getState();
  if (!session || !queue?.isAttaching) return false;
  const queued = findQueuedClaim(session, queue.placementIds[queue.index]);
  if (!selection) showNotice('First select the words that the claim is about now.');
  else if (queued) {
    clearSelection();
    stopAttaching();
    attachToSpan(queued, selection);
  }
  return true;
}

function setAttaching(isAttaching: boolean): void {
  useReviewView.setState(({ queue }) => ({ queue: queue && { ...queue, isAttaching } }));
}

export interface QueueAction {
  /** The keys, as `QueueKeyMap` names them. */
  keys: readonly string[];
  /** The key as it is shown. */
  shownKey: string | undefined;
  label: string;
  run: () => void;
  isPrimary?: boolean;
}

/** Enter, unless a control has the focus that it presses. */
const enter = { keys: ['ENTER'], shownKey: 'Enter' };

/**
 * Creates the actions for a claim in the queue, each with its keys. The first one, by Enter, means the same on every claim: it is still
 * as before.
 */
export function createQueueActions(queued: QueuedClaim): QueueAction[] {
  const postpone = {
    keys: [postponeKey],
    shownKey: postponeKey,
    label: 'Postpone',
    run: () => postponeClaim(queued),
  };
  const attach = {
    keys: ['resize'],
    shownKey: getKeyName('resize'),
    label: 'Attach elsewhere…',
    run: () => startAttaching(queued),
  };
  const retire = {
    keys: ['⌫'],
    shownKey: '⌫',
    label: 'Retire',
    run: () => retireQueuedClaim(queued),
  };
  if (queued.placement.span) return [...createVerdictActions(queued), postpone, attach, retire];
  const goOn = { ...enter, label: 'Still without a place', run: skipClaim, isPrimary: true };
  return [goOn, attach, postpone, retire];
}

function createVerdictActions(queued: QueuedClaim): QueueAction[] {
  const { verdict: before } = queued.claim;
  const setVerdict = (verdict: Verdict) => () => setQueuedVerdict(queued, verdict);
  const isJudged = before !== 'unchecked';
  const still = {
    // The letter of the verdict confirms it, too.
    keys: isJudged ? [...enter.keys, before] : enter.keys,
    shownKey: enter.shownKey,
    isPrimary: true,
    label: `Still ${statusLooks[before].inSentence}`,
    run: isJudged ? setVerdict(before) : skipClaim,
  };
  const others = verdicts
    .filter((verdict) => verdict !== before || !isJudged)
    .map((verdict) => ({
      keys: [verdict],
      shownKey: getKeyName(verdict),
      label: statusLooks[verdict].label,
      run: setVerdict(verdict),
    }));
  return [still, ...others];
}

/** At most this many candidate spans have a number key. */
export const maxNumberKeys = 9;

interface QueueKeyOptions {
  session: Session;
  view: QueueView;
  queued: QueuedClaim;
  actions: readonly QueueAction[];
  /** The spans that the claim can be attached to. */
  candidates: readonly Span[];
  /** The claims whose verdicts A confirms together; none when there are fewer than two. */
  confirmable: readonly QueuedClaim[];
}

/** Creates the keys of the queue, and the keys while the row of a claim in the list has the focus. */
export function createQueueKeyMaps(options: QueueKeyOptions): {
  keys: QueueKeyMap;
  getKeysOnRow: (claimId: string) => QueueKeyMap;
} {
  const { session, queued, actions, candidates, confirmable } = options;
  const { placementIds, index } = options.view;
  const generalKeys = new Map<string, () => void>([
    ['nextClaim', () => goToQueueIndex(index + 1)],
    ['previousClaim', () => goToQueueIndex(index - 1)],
    ['ESCAPE', () => closeDrawer() || closeQueue()],
    ...(confirmable.length > 0 ? [[confirmAllKey, () => confirmVerdicts(confirmable)] as const] : []),
  ]);
  const keys = new Map<string, () => void>([
    ...listKeys(actions),
    ...candidates
      .slice(0, maxNumberKeys)
      .map((span, at) => [String(at + 1), () => attachToSpan(queued, span)] as const),
    ...generalKeys,
  ]);
  // The keys go to a claim of the queue first. For any other claim they are left to the window.
  const getKeysOnRow = (claimId: string): QueueKeyMap => {
    if (claimId === queued.claim.id) return keys;
    const rowIndex = placementIds.findIndex((id) => findQueuedClaim(session, id)?.claim.id === claimId);
    const rowClaim = findQueuedClaim(session, placementIds[rowIndex]);
    if (!rowClaim) return generalKeys;
    const rowKeys = listKeys(createQueueActions(rowClaim)).map(([key, run]) => {
      const goAndRun = () => {
        goToQueueIndex(rowIndex);
        run();
      };
      return [key, goAndRun] as const;
    });
    return new Map([...rowKeys, ...generalKeys]);
  };
  return { keys, getKeysOnRow };
}

function listKeys(actions: readonly QueueAction[]): (readonly [string, () => void])[] {
  return actions.flatMap(({ keys, run }) => keys.map((key) => [key, run] as const));
}
