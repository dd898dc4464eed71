import type { ReportOptions } from '../../domain/report-options';
import type { Review } from '../../domain/review/review';
import type { StandingClaim, UnplacedClaim } from './draft-claims';
import type { ToldClaim, UnplacedGroup } from './report-model';
import { type NumberedSources, toldReasons } from './report-sources';

/** A claim of a draft, wherever it stands. */
export type AnyClaim = Pick<StandingClaim, 'claim' | 'standing'>;

/** What a report tells of a claim that stands, or stood, on the words. */
export function toldClaim(
  { claim, standing, recheck = [], changes = [] }: AnyClaim & Partial<StandingClaim>,
  words: string,
  { review, sources, options }: { review: Review; sources: NumberedSources; options: ReportOptions },
): ToldClaim {
  const { verdict, judged, note, correction, claimant, kind } = claim;
  return {
    ...{ words, standing, verdict, changes },
    recheck: toldReasons(review, claim, recheck),
    fallen: recheck.includes('source') ? sources.fallen(claim) : [],
    judged: judged && { by: judged.by, at: judged.at },
    note: options.notes ? note : null,
    ...{ correction, claimant, kind },
    evidence: sources.of(claim.id),
  };
}

/** Puts what lost its place in one draft and in one way together; the claims are in that order. */
export function grouped(
  claims: readonly UnplacedClaim[],
  told: (claim: UnplacedClaim) => ToldClaim,
): UnplacedGroup[] {
  const groups: UnplacedGroup[] = [];
  for (const claim of claims) {
    const { state, draftNumber } = claim;
    const last = groups.at(-1);
    if (last?.state === state && last.draftNumber === draftNumber) last.claims.push(told(claim));
    else groups.push({ state, draftNumber, claims: [told(claim)] });
  }
  return groups;
}
