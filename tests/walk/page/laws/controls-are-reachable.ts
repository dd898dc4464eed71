import type { PageTools } from '../tools/page-tools';

/**
 * Every control is in view or can be scrolled into view, and the page itself is never scrolled. Runs in the window, where it
 * is sent as source text.
 */
export function controlsAreReachable(tools: PageTools): string[] {
  const tolerance = 2;
  const { scrollLeft, scrollTop } = document.documentElement;
  const isScrolled = scrollLeft !== 0 || scrollTop !== 0;
  const isReachable = (control: Element): boolean => {
    const { width, height } = tools.measureCutOff(control.getBoundingClientRect(), control.parentElement);
    return width <= tolerance && height <= tolerance;
  };
  const unreachable = tools
    .findControls()
    .filter((control) => !control.closest('.has-hidden-input') && !isReachable(control));
  return [
    ...(isScrolled ? [`the page itself is scrolled by ${scrollLeft} and ${scrollTop} pixels`] : []),
    ...unreachable.map((control) => `${tools.describe(control)} is cut off, and nothing scrolls to it`),
  ];
}
