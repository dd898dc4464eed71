import { joinList } from './wording.ts';

/** Created with the first number: loading the rules would delay the start. */
let format: Intl.NumberFormat | undefined;

/** A number with a comma between thousands: `104,936`. */
export function formatNumber(value: number): string {
  format ??= new Intl.NumberFormat('en-GB');
  return format.format(value);
}

/** A number with the noun that goes with it: `1 claim`, `2 claims`, `1,204 claims`. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

const units = ['byte', 'kB', 'MB', 'GB'];

/** A number of bytes in decimal units (IEC 80000-13), with one digit after the point below ten: `9.9 kB`. */
export function formatFileSize(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  let size = bytes;
  let unit = 0;
  // A size that would round up to 1000 belongs to the next unit already: 999,950 bytes are not "1000 kB".
  while (unit < units.length - 1 && size >= 999.5) {
    size /= 1_000;
    unit += 1;
  }
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

/** Formats page numbers in ascending order as text: "page 3", "pages 3 and 5–7". '' for none. */
export function formatPages(pages: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const page of pages) {
    const range = ranges.at(-1);
    if (range && page === range.last + 1) range.last = page;
    else ranges.push({ first: page, last: page });
  }
  const parts = ranges.flatMap(({ first, last }) => {
    if (first === last) return [`${first}`];
    return last === first + 1 ? [`${first}`, `${last}`] : [`${first}–${last}`];
  });
  if (pages.length === 0) return '';
  return `${pages.length === 1 ? 'page' : 'pages'} ${joinList(parts)}`;
}

/** Formats a time of a recording, in milliseconds from its start, as players show it: `0:07`, `12:30`, `1:02:03`. */
export function formatPlayingTime(timeMs: number): string {
  const seconds = Math.floor(timeMs / 1_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

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
