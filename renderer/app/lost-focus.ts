import { focusArticle } from '../state/focus';

const focusable = 'button:not(:disabled), input, textarea, select, a[href], [tabindex="0"]';

/** The nearest control around what went away that is still there. */
function nearest(ancestors: readonly Element[]): HTMLElement | null {
  for (const ancestor of ancestors) {
    const control = ancestor.isConnected ? ancestor.querySelector<HTMLElement>(focusable) : null;
    if (control) return control;
    if (ancestor.matches('aside')) return null;
  }
  return null;
}

/**
 * A control that takes itself away, as the one that takes off a file, would leave the keyboard at the start of the page: it
 * goes on beside it in the same panel, and from a message in the article.
 */
export function listenToLostFocus(): void {
  let last: Element | null = null;
  let ancestors: Element[] = [];
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    last = target;
    ancestors = [];
    for (let around = target.parentElement; around; around = around.parentElement) ancestors.push(around);
  });
  new MutationObserver(() => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const inPanel = ancestors.some((ancestor) => ancestor.matches('aside'));
    const inMessage = ancestors.some((ancestor) => ancestor.matches('[role="status"], [role="alert"]'));
    last = null;
    if (inPanel) nearest(ancestors)?.focus();
    else if (inMessage) focusArticle();
  }).observe(document.body, { childList: true, subtree: true });
}
