import { verdictKeys } from '../../../../shared/contract/verdict-keys';
import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import { statusLooks, verdicts } from '../../../../shared/domain/verdict';
import { startAttaching } from './attach-claim';
import { postponeClaim } from './queue-navigation';
import { retireQueuedClaim, setQueuedVerdict } from './queue-steps';

export interface QueueAction {
  key: string;
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
  const postpone = { key: 'P', label: 'Postpone', run: () => postponeClaim(queued) };
  const attach = { key: 'R', label: 'Attach elsewhere…', run: () => startAttaching(queued) };
  const retire = { key: '⌫', label: 'Retire', run: () => retireQueuedClaim(queued, onUndo) };
  if (queued.placement.span) return [...createVerdictActions(queued, isChanged), postpone, attach, retire];
  return [{ ...attach, isPrimary: queued.placement.candidates.length === 0 }, postpone, retire];
}

function createVerdictActions(queued: QueuedClaim, isChanged: boolean): QueueAction[] {
  const { claim } = queued;
  return verdicts.map((verdict) => {
    const isSame = claim.verdict === verdict && verdict !== 'unchecked';
    const { label, inSentence } = statusLooks[verdict];
    return {
      key: verdictKeys[verdict],
      label: isSame ? `Still ${inSentence}` : label,
      run: () => setQueuedVerdict(queued, verdict),
      // After a material change, nobody should confirm the verdict by pressing Enter.
      isPrimary: isSame && !isChanged,
    };
  });
}
