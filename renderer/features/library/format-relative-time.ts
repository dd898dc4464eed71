const relativeTimeFormat = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
const dateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * Formats a timestamp (RFC 3339) relative to `now` (milliseconds since the epoch): "just now", "5 minutes ago", and the date after
 * a day: "24 Nov 2026".
 */
export function formatRelativeTime(timestamp: string, now: number): string {
  const elapsedMs = now - Date.parse(timestamp);
  if (elapsedMs < minuteMs) return 'just now';
  if (elapsedMs < hourMs) return relativeTimeFormat.format(-Math.floor(elapsedMs / minuteMs), 'minute');
  if (elapsedMs < 24 * hourMs) return relativeTimeFormat.format(-Math.floor(elapsedMs / hourMs), 'hour');
  return dateFormat.format(new Date(timestamp));
}
