import type { ReportFormat } from '../../../../shared/domain/report-options';

/** The formats in which a claim log is written. */
export type ClaimLogFormat = 'xlsx' | 'csv';

export function isClaimLogFormat(format: ReportFormat): format is ClaimLogFormat {
  return format === 'xlsx' || format === 'csv';
}
