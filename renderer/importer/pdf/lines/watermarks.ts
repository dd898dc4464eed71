import { joinFragmentTexts, type LineFragment } from '../pages/line-fragments';
import type { PageText } from '../pages/page-text';

/** Finds rotated text that several pages have at the same position. */
export function findWatermarks(pages: readonly PageText[]): { fragment: LineFragment; pageNumber: number }[] {
  const askew = pages.flatMap(({ rotated, pageNumber }) =>
    rotated
      .flatMap(({ isAskew, fragments }) => (isAskew ? fragments : []))
      .map((fragment) => ({ fragment, pageNumber })),
  );
  const groups = new Map<string, typeof askew>();
  for (const one of askew) {
    const { left, baseline } = one.fragment;
    const key = `${Math.round(left / 10)} ${Math.round(baseline / 10)} ${joinFragmentTexts([one.fragment])}`;
    const others = groups.get(key);
    if (others) others.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].filter((group) => group.length > 1).flat();
}
