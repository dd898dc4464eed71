function articleText(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-scroller] [role="group"]');
}

/** Puts the keyboard into the article: where it goes on after a form, a deleted claim or a search. */
export function focusArticle(): void {
  articleText()?.focus({ preventScroll: true });
}

/** Puts the keyboard where the work is: into the article, or what stands in its place (the queue, the library). */
export function focusHome(): void {
  const home = articleText() ?? document.querySelector<HTMLElement>('[data-focus-home]');
  home?.focus({ preventScroll: true });
}
