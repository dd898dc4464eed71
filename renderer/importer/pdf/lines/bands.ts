import { textOfStrips } from './strip-text';
import type { Strip } from './strips';

/** What stands on both sides of a gap over some height of a page, from the top. */
export interface Band {
  left: Strip[];
  right: Strip[];
}

/** Letters a line: fewer on both sides are no columns of text where the file itself goes from side to side. */
const runningText = 22;
/** Letters a line: where both sides have fewer and each line has its counterpart, it is a table. */
const cells = 14;

const label = /^(?:[^\p{L}\p{N}]|[([]?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)\]]{0,2})$/iu;

/**
 * Whether the sides are to be read one after the other, as columns are, and not line by line, as tables are. The file often
 * tells: it writes one column and then the other.
 */
export function isSideBySide({ left, right }: Band): boolean {
  const fewer = Math.min(left.length, right.length);
  if (fewer === 0 || (fewer === 1 && Math.min(letters(left), letters(right)) < 60)) return false;
  if (!overlap(left, right) || isLabels(left)) return false;
  const rightOnes = new Set(right);
  const written = [...left, ...right].toSorted((a, b) => orderOf(a) - orderOf(b));
  const changes = written.filter(
    (strip, at) => at > 0 && rightOnes.has(strip) !== rightOnes.has(written[at - 1] ?? strip),
  ).length;
  if (changes <= 1 + fewer / 4) return !isTable(left, right);
  return fewer >= 4 && perLine(left) >= runningText && perLine(right) >= runningText;
}

/** Whether one side is but a margin of the other: narrow, with few words. */
export function isMargin(side: readonly Strip[], other: readonly Strip[]): boolean {
  return width(side) < 0.45 * width(other) && letters(side) < 0.15 * letters(other);
}

/** The last lines on the left that stand apart under both sides: they belong to what follows. */
export function tailUnder({ left, right }: Band): Strip[] {
  const foot = right.at(-1);
  const start = left.findIndex(({ y, size }, at) => {
    const above = left[at - 1];
    return foot && above && y > foot.y + size && y - above.y > 1.6 * Math.max(size, above.size);
  });
  return start === -1 || left.length - start > 2 ? [] : left.slice(start);
}

/** Whether strips are the bullets or numbers of what stands beside them. */
function isLabels(strips: readonly Strip[]): boolean {
  return strips.filter((strip) => label.test(textOfStrips([strip]))).length >= 0.8 * strips.length;
}

function isTable(left: readonly Strip[], right: readonly Strip[]): boolean {
  if (perLine(left) >= cells || perLine(right) >= cells) return false;
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const level = few.filter(({ y, size }) => many.some((other) => Math.abs(other.y - y) < 0.3 * size));
  return level.length >= 0.8 * few.length;
}

function overlap(left: readonly Strip[], right: readonly Strip[]): boolean {
  const top = Math.max(left[0]?.y ?? 0, right[0]?.y ?? 0);
  const foot = Math.min(left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0);
  return top <= foot + (left[0]?.size ?? 0) * 0.3;
}

function orderOf({ pieces }: Strip): number {
  return pieces.reduce((first, { order }) => Math.min(first, order), Number.POSITIVE_INFINITY);
}

function letters(strips: readonly Strip[]): number {
  return strips.reduce((sum, { pieces }) => sum + pieces.reduce((all, { text }) => all + text.length, 0), 0);
}

function perLine(strips: readonly Strip[]): number {
  return letters(strips) / strips.length;
}

function width(strips: readonly Strip[]): number {
  const left = strips.reduce((least, strip) => Math.min(least, strip.left), Number.POSITIVE_INFINITY);
  return strips.reduce((most, strip) => Math.max(most, strip.right), 0) - left;
}
