import type { ClaimDetails, Report, ReportQuery } from './report-model.ts';

/** Whether the first place of a query is before the end of the text that is shown, in UTF-16 code units. */
function beginsBefore(end: number) {
  return ({ places }: ReportQuery) => (places[0]?.span.start ?? 0) < end;
}

/**
 * Cuts a report after its first claims: the article ends with the block of the last of them, each list with as many entries, and the
 * sources are those of the claims that stay. Numbers and counts are those of the whole.
 */
export function cutReport(report: Report, maxClaims: number): Report {
  if (report.claims.length <= maxClaims) return report;
  const claims = report.claims.slice(0, maxClaims);
  const unplaced = report.unplaced.map((group) => ({ ...group, claims: group.claims.slice(0, maxClaims) }));
  const end = claims.at(-1)?.span.end ?? 0;
  const shown: ClaimDetails[] = [...claims, ...unplaced.flatMap((group) => group.claims)];
  const cited = new Set(shown.flatMap(({ evidence }) => evidence.map(({ source }) => source.number)));
  return {
    ...report,
    claims,
    unplaced,
    blocks: report.blocks.filter(({ start }) => start < end),
    coverage: report.coverage && {
      ...report.coverage,
      notLookedAt: report.coverage.notLookedAt.filter(({ span }) => span.start < end),
      openWords: report.coverage.openWords.filter(({ span }) => span.start < end),
    },
    queries: report.queries && {
      ...report.queries,
      open: report.queries.open.filter(beginsBefore(end)),
      dismissed: report.queries.dismissed.filter(beginsBefore(end)),
    },
    sources: report.sources.filter(({ number }) => cited.has(number)),
  };
}
