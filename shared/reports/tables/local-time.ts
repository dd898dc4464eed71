const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making a formatter takes longer than a thousand uses of it. */
function getFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  formats.set(timeZone, format);
  return format;
}

/** A timestamp (RFC 3339) as local time in an IANA time zone, to the minute: `2026-11-21 12:04`. */
export function formatLocalTime(timestamp: string, timeZone: string): string {
  const parts = new Map(
    getFormat(timeZone)
      .formatToParts(new Date(timestamp))
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}
