/** Puts the keyboard into the article: where it goes on after a form, a deleted claim or a search. */
export function focusArticle(): void {
  document.querySelector<HTMLElement>('[data-scroller] [role="group"]')?.focus({ preventScroll: true });
}
