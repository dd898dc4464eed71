import { getClaimIdOfRow } from '#renderer/window/state/view/selected-claims.ts';
import { focusMainArea } from '#renderer/window/state/view/viewport.ts';
import { focusableSelector, textFieldSelector } from '#renderer/window/ui/selectors.ts';

/** Elements that cover the page and have the focus while they are open. */
const overlaySelector = '[role="dialog"], [role="menu"], [role="listbox"], [data-react-aria-top-layer]';

/** The parts of the window in which the focus stays when one of their controls disappears. */
const partSelector = 'aside, [role="dialog"], main[data-main-area]';

/** An element that had the focus, with its ancestors at that time. */
interface FocusedElement {
  element: HTMLElement;
  ancestors: readonly Element[];
}

function recordFocus(element: HTMLElement): FocusedElement {
  const ancestors: Element[] = [];
  for (let ancestor = element.parentElement; ancestor; ancestor = ancestor.parentElement)
    ancestors.push(ancestor);
  return { element, ancestors };
}

function isUsable(element: HTMLElement): boolean {
  return (
    element.isConnected &&
    !element.matches(':disabled') &&
    element.checkVisibility({ checkVisibilityCSS: true })
  );
}

function isInOverlay({ element, ancestors }: FocusedElement): boolean {
  return [element, ...ancestors].some((ancestor) => ancestor.matches(overlaySelector));
}

/** Controls in which the next keys would have another meaning: they type text, or resize a panel. */
const keyConsumerSelector = `${textFieldSelector}, [role="separator"]`;

/** The nearest control to an element that disappeared, in the same part of the window. */
function findNearestControl({ ancestors }: FocusedElement): HTMLElement | null {
  if (!ancestors.some((ancestor) => ancestor.matches(partSelector))) return null;
  for (const ancestor of ancestors) {
    const controls = ancestor.isConnected ? ancestor.querySelectorAll<HTMLElement>(focusableSelector) : [];
    const usable = [...controls].find(
      (control) => isUsable(control) && !control.matches(keyConsumerSelector),
    );
    if (usable) return usable;
    if (ancestor.matches(partSelector)) return null;
  }
  return null;
}

/** The button that replaced one that was rendered again, such as under another title. */
function findReplacement({ element }: FocusedElement): HTMLElement | null {
  if (!element.matches('button')) return null;
  const same = [...document.querySelectorAll<HTMLElement>('button')].filter(
    (button) => isUsable(button) && button.textContent === element.textContent,
  );
  return same.length === 1 ? (same[0] ?? null) : null;
}

/**
 * Moves the focus when it falls back to the body, where neither Escape nor the next key has a meaning:
 *
 * - While a dialog is open, into the dialog.
 * - After a dialog or menu was closed, to the element that had the focus before, or to the button that replaced it.
 * - After a control disappeared, to the nearest one. The row of a claim is an exception: the nearest control belongs to another
 *   claim, which the next key would judge or delete.
 * - Otherwise, as after a click beside all controls or on a new screen, to the main area.
 *
 * A frame later, as a rule; before a key that is pressed sooner, which is meant for where the focus goes.
 */
export function listenToLostFocus(): void {
  const { activeElement } = document;
  let last =
    activeElement instanceof HTMLElement && activeElement !== document.body
      ? recordFocus(activeElement)
      : null;
  let behindOverlays: FocusedElement | null = null;
  /** Whether a dialog has just opened over the element with the focus. It may close again before it has the focus itself. */
  let wasCovered = false;

  const restoreFocus = () => {
    if (document.activeElement !== document.body) return;
    const dialog = [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].at(-1);
    const lost = last;
    last = null;
    if (dialog) {
      const wasInDialog = lost && !isUsable(lost.element) && lost.ancestors.includes(dialog);
      const control = wasInDialog ? findNearestControl(lost) : null;
      (control ?? dialog).focus();
      return;
    }
    const target = lost && isInOverlay(lost) ? behindOverlays : lost;
    const wasOverlayClosed = target !== lost || wasCovered;
    const opener =
      target && wasOverlayClosed && (isUsable(target.element) ? target.element : findReplacement(target));
    if (opener) opener.focus({ preventScroll: true });
    else if (target && !isUsable(target.element) && getClaimIdOfRow(target.element) === null)
      findNearestControl(target)?.focus();
    if (document.activeElement === document.body) focusMainArea();
  };

  let isScheduled = false;
  /** Runs later than React Aria, which restores the focus one frame after something was closed. */
  const scheduleRestore = () => {
    if (isScheduled || document.activeElement !== document.body) return;
    isScheduled = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        isScheduled = false;
        restoreFocus();
      }),
    );
  };

  document.addEventListener(
    'keydown',
    () => {
      if (last !== null) restoreFocus();
    },
    true,
  );
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    last = recordFocus(target);
    wasCovered = false;
    if (!isInOverlay(last)) behindOverlays = last;
  });
  document.addEventListener('focusout', ({ target }) => {
    wasCovered = target instanceof Element && target.closest('[inert]') !== null;
    setTimeout(scheduleRestore);
  });
  new MutationObserver(scheduleRestore).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled'],
  });
}
