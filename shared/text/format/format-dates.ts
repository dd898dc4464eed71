/** Kept, because making a formatter takes longer than a thousand uses of it. */
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const formatMonth = (month: number) => monthFormat.format(Date.UTC(2000, month - 1));

/** A calendar date (ISO 8601 year, year-month or full date) as `2026`, `Nov 2026` or `2 Nov 2026`. */
export function formatDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  // Put together from its parts, so that 31 February is shown as it was typed and not as 3 March.
  return [day && String(Number(day)), month && formatMonth(Number(month)), year]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

const formats = new Map<string, Intl.DateTimeFormat>();

function getDateTimeFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  formats.set(timeZone, format);
  return format;
}

function formatParts(timestamp: string, timeZone: string) {
  const parts = new Map(
    getDateTimeFormat(timeZone)
      .formatToParts(new Date(timestamp))
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    day: part('day'),
    month: part('month'),
    year: part('year'),
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** A timestamp (RFC 3339) in an IANA time zone as `21 November 2026, 12:04`. */
export function formatDateTime(timestamp: string, timeZone: string): string {
  const { day, month, year, time } = formatParts(timestamp, timeZone);
  return `${day} ${month} ${year}, ${time}`;
}

/**
 * The time from one timestamp (RFC 3339) to another as `21 November 2026, 16:41 to 16:49`; the day is repeated if it is
 * another.
 */
export function formatDateTimeRange(first: string, last: string, timeZone: string): string {
  const from = formatDateTime(first, timeZone);
  const to = formatDateTime(last, timeZone);
  if (from === to) return from;
  const { day, month, year, time } = formatParts(last, timeZone);
  return `${from} to ${from.startsWith(`${day} ${month} ${year},`) ? time : to}`;
}

/** The days from one timestamp (RFC 3339) to another as `3 – 5 March 2026`; month and year are not repeated. */
export function formatDateRange(first: string, last: string, timeZone: string): string {
  const from = formatParts(first, timeZone);
  const to = formatParts(last, timeZone);
  const end = `${to.day} ${to.month} ${to.year}`;
  if (from.year !== to.year) return `${from.day} ${from.month} ${from.year} – ${end}`;
  if (from.month !== to.month) return `${from.day} ${from.month} – ${end}`;
  return from.day === to.day ? end : `${from.day} – ${end}`;
}

/** The day of a timestamp (RFC 3339) in an IANA time zone, as ISO 8601 writes it. */
export function toLocalDay(timestamp: string, timeZone: string): string {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map(
    (part) =>
      new Intl.DateTimeFormat('en', {
        timeZone,
        calendar: 'iso8601',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      })
        .formatToParts(new Date(timestamp))
        .find(({ type }) => type === part)?.value,
  );
  return `${year}-${month}-${day}`;
}
