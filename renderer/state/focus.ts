/**
 * Puts the keyboard where the work is: into the article, or what stands in its place (the queue, the library). There it goes
 * on after a form, a deleted claim or a search.
 */
export function focusHome(): void {
  const home =
    document.querySelector<HTMLElement>('[data-scroller] [role="group"]') ??
    document.querySelector<HTMLElement>('[data-focus-home]');
  home?.focus({ preventScroll: true });
}
