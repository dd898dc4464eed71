/** A font size rounded to half a point, so that sizes that differ only by rounding are equal. */
export function roundToHalfPoint(size: number): number {
  return Math.round(size * 2) / 2;
}
