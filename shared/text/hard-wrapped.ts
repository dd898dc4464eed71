const narrow = 45;
const wide = 100;

/**
 * Whether the line breaks of a block come from an editor that wraps at a column, and not from its author: three lines or
 * more, and all but the last of nearly the same length. Such a block is painted as running text; its words stay the same.
 */
export function isHardWrapped(text: string): boolean {
  const lines = text.split('\n');
  if (lines.length < 3) return false;
  const full = lines.slice(0, -1).map((line) => line.length);
  const longest = Math.max(...full);
  return longest >= narrow && longest <= wide && full.every((length) => length >= longest * 0.7);
}
