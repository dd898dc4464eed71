import { formatUnplacedHeading } from '../wording/describe-claim';
import type { ClaimLog, LogClaim, LogDetails, LogEvidence, LogSource } from './claim-log';

/** A claim of the log, wherever it is. */
export interface ClaimRow {
  claim: LogDetails;
  /** Null for a claim without a place. */
  placed: LogClaim | null;
  /** Says where a claim without a place is; null for the others. */
  whereabouts: string | null;
  /** Whether it was retired, and counts no longer. */
  isCut: boolean;
  firstSource: LogSource | null;
}

export interface EvidenceRow {
  row: ClaimRow;
  evidence: LogEvidence;
  source: LogSource;
}

function findSource(sources: ReadonlyMap<number, LogSource>, number: number): LogSource {
  const source = sources.get(number);
  if (!source) throw new Error(`the claim log has no source ${number}`);
  return source;
}

function indexSources({ sources }: ClaimLog): Map<number, LogSource> {
  return new Map(sources.map((source) => [source.number, source]));
}

/** Lists the claims in reading order, then those without a place. Throws when a source is missing. */
export function listClaimRows(log: ClaimLog): ClaimRow[] {
  const sources = indexSources(log);
  const findFirstSource = ({ evidence: [first] }: LogDetails) => first && findSource(sources, first.source);
  const toRow = (claim: LogDetails, place: Pick<ClaimRow, 'placed' | 'whereabouts' | 'isCut'>): ClaimRow => {
    return { claim, ...place, firstSource: findFirstSource(claim) ?? null };
  };
  return [
    ...log.claims.map((claim) => toRow(claim, { placed: claim, whereabouts: null, isCut: false })),
    ...log.unplaced.flatMap(({ state, draft, claims }) => {
      const whereabouts = formatUnplacedHeading({ state, draftNumber: draft });
      return claims.map((claim) => toRow(claim, { placed: null, whereabouts, isCut: state === 'cut' }));
    }),
  ];
}

/** Lists the evidence of these claims in the same order. Throws when a source is missing. */
export function listEvidenceRows(log: ClaimLog): EvidenceRow[] {
  const sources = indexSources(log);
  return listClaimRows(log).flatMap((row) =>
    row.claim.evidence.map((evidence) => ({ row, evidence, source: findSource(sources, evidence.source) })),
  );
}
