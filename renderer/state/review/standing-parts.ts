import type { Progress } from '../../../shared/domain/review/progress';
import { standings } from '../../../shared/domain/verdict';

/** What a meter shows of the progress: everything but what nobody has judged yet. */
export function standingParts(progress: Progress): { tone: string; amount: number }[] {
  return standings
    .filter((standing) => standing !== 'unchecked')
    .map((standing) => ({ tone: standing, amount: progress[standing] }));
}
