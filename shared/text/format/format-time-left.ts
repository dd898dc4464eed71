import { formatCount } from './format-count';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * The time from `now` (milliseconds since the epoch) to a deadline (RFC 3339): "3 days left", "5 hours left", "20 minutes left",
 * "due now", "2 hours late". Rounded down, so that nobody has less time than it says.
 */
export function formatTimeLeft(deadline: string, now: number): string {
  const leftMs = Date.parse(deadline) - now;
  const length = Math.abs(leftMs);
  if (length < minuteMs) return 'due now';
  const words =
    length < hourMs
      ? formatCount(Math.floor(length / minuteMs), 'minute')
      : length < dayMs
        ? formatCount(Math.floor(length / hourMs), 'hour')
        : formatCount(Math.floor(length / dayMs), 'day');
  return leftMs < 0 ? `${words} late` : `${words} left`;
}
