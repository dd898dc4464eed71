import { createRecord } from '../../text/sequences/records';
import { type ClaimStatus, claimStatuses, isOpen } from '../verdict';

/** The number of claims with each status. */
export type Progress = Record<ClaimStatus, number>;

/** Counts claims by their status. */
export function countByStatus(statuses: Iterable<ClaimStatus>): Progress {
  const progress = createRecord(claimStatuses, () => 0);
  for (const status of statuses) progress[status] += 1;
  return progress;
}

/** The number of all claims of the article. */
export function countTotal(progress: Progress): number {
  return claimStatuses.reduce((sum, status) => sum + progress[status], 0);
}

/** The number of claims that still have to be checked: those that are unchecked or to be checked again. */
export function countOpen(progress: Progress): number {
  return claimStatuses.filter(isOpen).reduce((sum, status) => sum + progress[status], 0);
}
