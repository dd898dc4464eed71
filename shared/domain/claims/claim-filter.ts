import { openOf, progressOf } from '../review/progress';
import { type Standing, verdicts } from '../verdict';
import { type Backing, type BackingGap, backingGaps } from './evidence-gaps';

/** How the listed claims stand: `open` are those that somebody still has to look at. */
export const verdictFilters = ['all', 'open', ...verdicts] as const;

export type VerdictFilter = (typeof verdictFilters)[number];

/** What else can be asked of the listed claims. */
export const extraFilters = ['recheck', ...backingGaps] as const;

export type ExtraFilter = (typeof extraFilters)[number];

/** Which claims are listed: those of the verdict that have at least one of the extras, if any is chosen. */
export interface ClaimFilter {
  verdict: VerdictFilter;
  extras: readonly ExtraFilter[];
}

export const noFilter: ClaimFilter = { verdict: 'all', extras: [] };

/** What filters and counts look at in a claim. */
export interface CountedClaim {
  standing: Standing;
  backing: Pick<Backing, 'gaps'>;
}

export function isOpen(standing: Standing): boolean {
  return standing === 'unchecked' || standing === 'recheck';
}

function hasExtra({ standing, backing }: CountedClaim, extra: ExtraFilter): boolean {
  return extra === 'recheck' ? standing === 'recheck' : backing.gaps.includes(extra);
}

/** Whether a claim is listed. */
export function matchesFilter(claim: CountedClaim, { verdict, extras }: ClaimFilter): boolean {
  const isOfVerdict =
    verdict === 'all' || (verdict === 'open' ? isOpen(claim.standing) : claim.standing === verdict);
  return isOfVerdict && (extras.length === 0 || extras.some((extra) => hasExtra(claim, extra)));
}

export type ClaimCounts = Record<Standing | VerdictFilter | BackingGap, number>;

/** How many claims each filter lists. Whatever counts claims by how they stand counts them so, or with `progressOf`. */
export function countClaims(claims: readonly CountedClaim[]): ClaimCounts {
  const progress = progressOf(claims.map(({ standing }) => standing));
  const gaps: Record<BackingGap, number> = { noSource: 0, fallenOnly: 0, oneSource: 0, secondaryOnly: 0 };
  for (const { backing } of claims) for (const gap of backing.gaps) gaps[gap] += 1;
  return { ...progress, all: claims.length, open: openOf(progress), ...gaps };
}
