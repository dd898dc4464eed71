import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import { statusLooks, type Verdict, verdicts } from '../../../../shared/domain/verdict';
import { getKeyName } from '../../../state/keys';
import { startAttaching } from './attach-claim';
import { postponeKey } from './queue-keys';
import { postponeClaim, skipClaim } from './queue-navigation';
import { retireQueuedClaim, setQueuedVerdict } from './queue-steps';

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
 * as before. `onUndo` undoes the last step.
 */
export function createQueueActions(queued: QueuedClaim, onUndo: () => void): QueueAction[] {
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
    run: () => retireQueuedClaim(queued, onUndo),
  };
  if (queued.placement.span) return [...createVerdictActions(queued, onUndo), postpone, attach, retire];
  const goOn = { ...enter, label: 'Still without a place', run: skipClaim, isPrimary: true };
  return [goOn, attach, postpone, retire];
}

function createVerdictActions(queued: QueuedClaim, onUndo: () => void): QueueAction[] {
  const { verdict: before } = queued.claim;
  const setVerdict = (verdict: Verdict) => () => setQueuedVerdict(queued, verdict, onUndo);
  const isJudged = before !== 'unchecked';
  const still = {
    // The letter of the verdict confirms it, too.
    ...{ keys: isJudged ? [...enter.keys, before] : enter.keys, shownKey: enter.shownKey, isPrimary: true },
    label: `Still ${statusLooks[before].inSentence}`,
    run: isJudged ? setVerdict(before) : skipClaim,
  };
  const others = verdicts
    .filter((verdict) => verdict !== before || !isJudged)
    .map((verdict) => ({
      ...{ keys: [verdict], shownKey: getKeyName(verdict), label: statusLooks[verdict].label },
      run: setVerdict(verdict),
    }));
  return [still, ...others];
}
