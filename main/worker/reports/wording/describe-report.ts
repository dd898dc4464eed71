import { type ClaimStatus, claimStatuses, isOpen } from '#shared/domain/base/verdict.ts';
import {
  describeCaveats as describeVerifiedCaveats,
  formatCount,
  formatDateRange,
  formatDateTime,
  formatNumber,
  nameStatus,
} from '#shared/reports/base/own-values.ts';
import {
  leaveText,
  listTexts,
  own,
  type ReportText,
  type TextFormatter,
  text,
} from '#shared/reports/base/report-text.ts';
import type { Report } from '../model/report-model.ts';

/* This folder has the sentences that the formats share. */

/** Says by whom and when the article was checked: `Checked by Ada, 3 – 5 March 2026`, or `Checked 5 March 2026, not signed`. */
function describeCheck(
  { checkPeriod, checkedBy, timeZone, options }: Report,
  formatName: TextFormatter = leaveText,
): ReportText {
  if (checkPeriod === null) return own('Nothing checked yet');
  const period = formatDateRange(checkPeriod.first, checkPeriod.last, timeZone);
  if (checkedBy.length > 0) return text`Checked by ${listTexts(checkedBy.map(formatName))}, ${period}`;
  // Whoever makes the report has not judged anything by that.
  return options.reviewers ? text`Checked ${period}, not signed` : text`Checked ${period}`;
}

/** The lines of a report's header below the title. */
interface HeaderLines {
  draft: ReportText;
  check: ReportText;
  creation: ReportText;
  size: ReportText;
}

/** Describes the draft, the check, when the report was made and its size. `formatName` formats the names of reviewers. */
export function describeHeader(report: Report, formatName: TextFormatter = leaveText): HeaderLines {
  const { draftNumber, counts, words, madeAt, timeZone } = report;
  return {
    draft: text`Fact-check report · draft ${draftNumber}`,
    check: describeCheck(report, formatName),
    creation: text`Report made ${formatDateTime(madeAt, timeZone)}`,
    size: text`${formatCount(counts.total, 'claim')} · ${formatCount(words, 'word')}`,
  };
}

/** A number of the summary and what it counts. */
interface SummaryEntry {
  count: number;
  label: ReportText;
  /** The status whose colour the entry has; null for none. */
  status: ClaimStatus | null;
}

/** Lists how many claims have each status, and how many sources they rest on. */
export function listSummaryEntries({ counts }: Pick<Report, 'counts'>): SummaryEntry[] {
  const { recheck, open, sources, primary } = counts;
  return [
    ...claimStatuses
      .filter((status) => !isOpen(status))
      .map((status) => ({ count: counts[status], label: nameStatus(status).inSentence, status })),
    {
      count: open,
      label: recheck === 0 ? own('open') : text`open, ${formatNumber(recheck)} to re-check`,
      status: null,
    },
    {
      count: sources,
      label: text`${own(sources === 1 ? 'source' : 'sources')}${primary === 0 ? own('') : text`, ${formatNumber(primary)} primary`}`,
      status: null,
    },
  ];
}

/** Says how many verified claims have no source, refuting evidence alone or a correction; null when none has. */
export function describeCaveats({ verifiedCaveats, counts, options }: Report): ReportText | null {
  return describeVerifiedCaveats(verifiedCaveats, counts.verified, options.reader === 'public');
}

/** Counts the claims of the check that are shown, with or without a place. Retired claims are no part of the check. */
export function countShownClaims({ claims, unplaced }: Pick<Report, 'claims' | 'unplaced'>): number {
  const waiting = unplaced.filter(({ state }) => state === 'waiting');
  return waiting.reduce((sum, group) => sum + group.claims.length, claims.length);
}

/**
 * Says which claims of the check are shown: `Shows 3 of 12 claims: disputed and to re-check`. A report of an article whose history
 * is damaged says that first.
 */
export function describeSelection(report: Report): ReportText {
  const { options, counts, isIncomplete } = report;
  const warning = isIncomplete
    ? own(
        'Incomplete: a part of this article’s history is damaged, so claims, verdicts or sources may be missing. ',
      )
    : own('');
  const total = formatCount(counts.total, 'claim');
  const shown = countShownClaims(report);
  if (options.standings.length === claimStatuses.length) {
    // Only the beginning of a report shows fewer (`cut-report.ts`).
    if (shown < counts.total) return text`${warning}Shows the first ${formatNumber(shown)} of ${total}`;
    const all = isIncomplete ? text`the ${total} that can be read` : text`all ${total}`;
    return text`${warning}Shows ${counts.total === 1 && !isIncomplete ? own('the one claim') : all}`;
  }
  const selection = listTexts(options.standings.map((status) => nameStatus(status).inSentence));
  return text`${warning}Shows ${formatNumber(shown)} of ${total}: ${selection}`;
}

/** The message in place of the list of claims when no claim in the article is shown. */
export function noClaimsMessage({ options, unplaced, draftNumber }: Report): ReportText {
  const isAll = options.standings.length === claimStatuses.length;
  if (unplaced.length === 0) return own(isAll ? 'No claim was marked.' : 'No claim stands so.');
  return text`No claim with a place in draft ${draftNumber}${own(isAll ? '' : ' stands so')}.`;
}
