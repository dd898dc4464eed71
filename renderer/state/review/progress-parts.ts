import type { Progress } from '../../../shared/domain/review/progress';
import { claimStatuses } from '../../../shared/domain/verdict';

/** The amounts of a progress by status, without the claims that nobody has judged yet. */
export function getProgressParts(progress: Progress): { tone: string; amount: number }[] {
  return claimStatuses
    .filter((status) => status !== 'unchecked')
    .map((status) => ({ tone: status, amount: progress[status] }));
}
