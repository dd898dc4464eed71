const monthOf = (style: 'short' | 'long', month: number) =>
  new Intl.DateTimeFormat('en-GB', { month: style, timeZone: 'UTC' }).format(Date.UTC(2000, month - 1));

/** A calendar date (ISO 8601 year, year-month or full date) as `2 Nov 2026`, `Nov 2026` or `2026`. */
export function shownDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  // Put together from its parts, so that 31 February is shown as it was typed and not as 3 March.
  return [day && String(Number(day)), month && monthOf('short', Number(month)), year]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/** A moment (RFC 3339) in an IANA time zone as `21 November 2026, 12:04`. */
export function shownMoment(at: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
    timeZone,
  });
  const parts = new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')}`;
}
