import { type Answer, isAnswered, isResolved } from '../answer';
import { countByStatus, countOpen } from '../review/progress';
import { type ClaimStatus, isOpen, verdicts } from '../verdict';
import { type EvidenceAssessment, type EvidenceGap, evidenceGaps } from './evidence-gaps';

/** Filters of which one is chosen. `open` lists the claims that still have to be checked. */
export const verdictFilters = ['all', 'open', ...verdicts] as const;

export type VerdictFilter = (typeof verdictFilters)[number];

/** Filters of which any number can be chosen. */
export const extraFilters = ['recheck', 'answered', 'resolved', ...evidenceGaps] as const;

export type ExtraFilter = (typeof extraFilters)[number];

/** Lists the claims with the verdict that match at least one of the extra filters, if any is chosen. */
export interface ClaimFilter {
  verdict: VerdictFilter;
  extras: readonly ExtraFilter[];
}

export const noFilter: ClaimFilter = { verdict: 'all', extras: [] };

/** The part of a claim that filters and counts look at. */
export interface FilterableClaim {
  claim: { answers: readonly Answer[] };
  status: ClaimStatus;
  evidence: Pick<EvidenceAssessment, 'gaps'>;
}

function matchesExtra({ claim, status, evidence }: FilterableClaim, extra: ExtraFilter): boolean {
  if (extra === 'answered') return isAnswered(claim);
  if (extra === 'resolved') return isResolved(claim);
  return extra === 'recheck' ? status === 'recheck' : evidence.gaps.includes(extra);
}

/** Whether the filter lists a claim. */
export function matchesFilter(claim: FilterableClaim, { verdict, extras }: ClaimFilter): boolean {
  const matchesVerdict =
    verdict === 'all' || (verdict === 'open' ? isOpen(claim.status) : claim.status === verdict);
  return matchesVerdict && (extras.length === 0 || extras.some((extra) => matchesExtra(claim, extra)));
}

export type ClaimCounts = Record<ClaimStatus | VerdictFilter | ExtraFilter, number>;

/** Counts the claims that each filter lists. */
export function countClaims(claims: readonly FilterableClaim[]): ClaimCounts {
  const progress = countByStatus(claims.map(({ status }) => status));
  const gaps: Record<EvidenceGap, number> = {
    noSource: 0,
    unseenOnly: 0,
    unreliableOnly: 0,
    oneSource: 0,
    secondaryOnly: 0,
  };
  for (const { evidence } of claims) for (const gap of evidence.gaps) gaps[gap] += 1;
  const answered = claims.filter(({ claim }) => isAnswered(claim)).length;
  const resolved = claims.filter(({ claim }) => isResolved(claim)).length;
  return { ...progress, all: claims.length, open: countOpen(progress), answered, resolved, ...gaps };
}
