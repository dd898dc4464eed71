const minWrapColumn = 45;
const maxWrapColumn = 100;

/**
 * Whether the line breaks of a block come from an editor that wraps at a column, and not from the author: the block has three
 * lines or more, and all but the last are of nearly the same length. Such a block is painted as running text, while the
 * draft's text stays as it is.
 */
export function isHardWrapped(text: string): boolean {
  const lines = text.split('\n');
  if (lines.length < 3) return false;
  const lengths = lines.slice(0, -1).map((line) => line.length);
  const longest = Math.max(...lengths);
  return (
    longest >= minWrapColumn && longest <= maxWrapColumn && lengths.every((length) => length >= longest * 0.7)
  );
}
