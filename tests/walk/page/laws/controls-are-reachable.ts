import type { Tools } from '../page-tools';

/** Nothing lies outside the window, or of what holds it, that no scrollbar brings into view. Runs in the window. */
export function inWindow(tools: Tools): string[] {
  const tolerance = 2;
  const { scrollLeft, scrollTop } = document.documentElement;
  const isScrolled = scrollLeft !== 0 || scrollTop !== 0;
  const page = isScrolled ? [`the page itself was scrolled, by ${scrollLeft} and ${scrollTop} pixels`] : [];
  const reaches = (control: Element): boolean => {
    const { wide, high } = tools.lost(control.getBoundingClientRect(), control.parentElement);
    return wide <= tolerance && high <= tolerance;
  };
  const lost = tools.controls().filter((control) => !control.closest('.has-hidden-input') && !reaches(control));
  return [
    ...page,
    ...lost.map((control) => `${tools.nameOf(control)} lies outside, and no scrollbar leads to it`),
  ];
}
