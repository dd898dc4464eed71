import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import { statusLooks, verdicts } from '../../../../shared/domain/verdict';
import { getKeyName } from '../../../state/keys';
import { startAttaching } from './attach-claim';
import { postponeClaim } from './queue-navigation';
import { retireQueuedClaim, setQueuedVerdict } from './queue-steps';

export interface QueueAction {
  /** The key, as `QueueKeyMap` names it. */
  key: string;
  /** The key as it is shown. */
  shownKey: string | undefined;
  label: string;
  run: () => void;
  isPrimary?: boolean;
}

/**
 * Creates the actions for a claim in the queue, each with its key. `isChanged` says whether the claim's words or its sentence
 * changed materially. `onUndo` undoes the last step.
 */
export function createQueueActions(
  queued: QueuedClaim,
  isChanged: boolean,
  onUndo: () => void,
): QueueAction[] {
  const postpone = { key: 'P', shownKey: 'P', label: 'Postpone', run: () => postponeClaim(queued) };
  const attach = {
    key: 'resize',
    shownKey: getKeyName('resize'),
    label: 'Attach elsewhere…',
    run: () => startAttaching(queued),
  };
  const retire = { key: '⌫', shownKey: '⌫', label: 'Retire', run: () => retireQueuedClaim(queued, onUndo) };
  if (queued.placement.span) return [...createVerdictActions(queued, isChanged), postpone, attach, retire];
  return [{ ...attach, isPrimary: queued.placement.candidates.length === 0 }, postpone, retire];
}

function createVerdictActions(queued: QueuedClaim, isChanged: boolean): QueueAction[] {
  const { claim } = queued;
  return verdicts.map((verdict) => {
    const isSame = claim.verdict === verdict && verdict !== 'unchecked';
    const { label, inSentence } = statusLooks[verdict];
    return {
      key: verdict,
      shownKey: getKeyName(verdict),
      label: isSame ? `Still ${inSentence}` : label,
      run: () => setQueuedVerdict(queued, verdict),
      // After a material change, nobody should confirm the verdict by pressing Enter.
      isPrimary: isSame && !isChanged,
    };
  });
}
