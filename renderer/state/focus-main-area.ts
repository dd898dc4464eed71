/**
 * Focuses the article, or what is shown instead of it: the review queue or the library. The keyboard goes on there after a form
 * was closed, a claim was deleted or a search was left.
 */
export function focusMainArea(): void {
  const area =
    document.querySelector<HTMLElement>('[data-scroller] [role="group"]') ??
    document.querySelector<HTMLElement>('[data-main-area]');
  area?.focus({ preventScroll: true });
}
