/** Formats a time of a recording, in milliseconds from its start, as players show it: `0:07`, `12:30`, `1:02:03`. */
export function formatPlayingTime(timeMs: number): string {
  const seconds = Math.floor(timeMs / 1_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
