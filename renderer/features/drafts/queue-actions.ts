import type { QueuedClaim } from '../../../shared/domain/queue';
import { standingLooks, type Verdict, verdicts } from '../../../shared/domain/verdict';
import { beginAttaching, judgeQueued, letQueuedGo } from './queue-steps';

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

function verdictActions(queued: QueuedClaim): QueueAction[] {
  const { claim } = queued;
  return verdicts.map((verdict) => {
    const isSame = claim.verdict === verdict && verdict !== 'unchecked';
    const { label, inSentence } = standingLooks[verdict];
    const plain = verdict === 'unchecked' ? 'Check later' : label;
    return {
      key: verdictKeys[verdict],
      label: isSame ? `Still ${inSentence}` : plain,
      run: () => judgeQueued(queued, verdict),
      isPrimary: isSame,
    };
  });
}

/** What can be done with the claim, each with its key. */
export function actionsOn(queued: QueuedClaim): QueueAction[] {
  const attach = { key: 'R', label: 'Attach elsewhere…', run: () => beginAttaching(queued) };
  const away = { key: '⌫', label: 'Let go', run: () => letQueuedGo(queued) };
  if (queued.placement.span) return [...verdictActions(queued), attach, away];
  return [{ ...attach, isPrimary: queued.placement.candidates.length === 0 }, away];
}
