import { formatLocalTime } from '../../../../../shared/reports/tables/local-time';

/** The program's calendar begins in 1900 and has a 29 February 1900, so that earlier days are no dates everywhere. */
const firstDate = '1900-03-01';

/** A full calendar date (ISO 8601) as the midnight in UTC that a cell stores; null for a year, a month, or no such day. */
export function toCellDate(date: string): Date | null {
  if (date.length < firstDate.length || date < firstDate) return null;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? parsed : null;
}

/** A timestamp (RFC 3339) as the date that a cell stores: cells know no time zones, so it is local time in the zone. */
export function toCellTime(timestamp: string, timeZone: string): Date {
  return new Date(`${formatLocalTime(timestamp, timeZone).replace(' ', 'T')}:00Z`);
}
