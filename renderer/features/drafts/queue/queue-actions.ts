import type { QueuedClaim } from '../../../../shared/domain/review/queue';
import { standingLooks, type Verdict, verdicts } from '../../../../shared/domain/verdict';
import { beginAttaching, judgeQueued, letQueuedGo, postpone } from './queue-steps';

export interface QueueAction {
  key: string;
  label: string;
  run: () => void;
  isPrimary?: boolean;
}

/** So many places have a figure as their key. */
export const figures = 9;

const verdictKeys: Record<Verdict, string> = {
  verified: 'V',
  disputed: 'D',
  unverifiable: 'X',
  unchecked: 'U',
};

function verdictActions(queued: QueuedClaim, isChanged: boolean): QueueAction[] {
  const { claim } = queued;
  return verdicts.map((verdict) => {
    const isSame = claim.verdict === verdict && verdict !== 'unchecked';
    const { label, inSentence } = standingLooks[verdict];
    return {
      key: verdictKeys[verdict],
      label: isSame ? `Still ${inSentence}` : label,
      run: () => judgeQueued(queued, verdict),
      // A verdict on words that changed is nothing to agree to by the way.
      isPrimary: isSame && !isChanged,
    };
  });
}

/**
 * What can be done with the claim, each with its key; `isChanged` says whether its words or its sentence changed materially,
 * `onUndo` takes the last step back.
 */
export function actionsOn(queued: QueuedClaim, isChanged: boolean, onUndo: () => void): QueueAction[] {
  const later = { key: 'P', label: 'Postpone', run: () => postpone(queued) };
  const attach = { key: 'R', label: 'Attach elsewhere…', run: () => beginAttaching(queued) };
  const away = { key: '⌫', label: 'Let go', run: () => letQueuedGo(queued, onUndo) };
  if (queued.placement.span) return [...verdictActions(queued, isChanged), later, attach, away];
  return [{ ...attach, isPrimary: queued.placement.candidates.length === 0 }, later, away];
}
