import type { Progress } from '../../../shared/domain/review/progress';
import { countWork, type ReadingProgress } from '../../../shared/domain/review/reading-progress';
import { claimStatuses, isOpen } from '../../../shared/domain/verdict';

/**
 * The bar of a check, the same wherever it is shown: the claims whose verdicts hold, by verdict, out of all there is to do. It is
 * full exactly when all is checked.
 */
export function getCheckMeter(
  progress: Progress,
  reading: ReadingProgress | null,
): { parts: { tone: string; amount: number }[]; total: number } {
  const parts = claimStatuses
    .filter((status) => !isOpen(status))
    .map((status) => ({ tone: status, amount: progress[status] }));
  return { parts, total: countWork(progress, reading) };
}
