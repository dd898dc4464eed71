const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const minute = 60_000;
const hour = 60 * minute;

/** How long ago a moment (RFC 3339) was, seen from `now` in milliseconds: "just now", "5 minutes ago", "24 Nov 2026". */
export function longAgo(moment: string, now: number): string {
  const past = now - Date.parse(moment);
  if (past < minute) return 'just now';
  if (past < hour) return relative.format(-Math.floor(past / minute), 'minute');
  if (past < 24 * hour) return relative.format(-Math.floor(past / hour), 'hour');
  return day.format(new Date(moment));
}
