import { focusHome } from '../../state/focus';
import { claimOfRow } from '../../state/review/claim-of-row';
import { textField } from '../../ui/fields/text-field';
import { focusable } from '../../ui/focusable';

/** What lies over the rest and takes the focus for as long as it is open. */
const overlay = '[role="dialog"], [role="menu"], [role="listbox"], [data-react-aria-top-layer]';

/** A part of the window within which the keyboard goes on when a control of it takes itself away. */
const part = 'aside, [role="dialog"], main[data-focus-home]';

/** An element that had the focus, with what was around it then. */
interface Place {
  element: HTMLElement;
  ancestors: readonly Element[];
}

function placeOf(element: HTMLElement): Place {
  const ancestors: Element[] = [];
  for (let around = element.parentElement; around; around = around.parentElement) ancestors.push(around);
  return { element, ancestors };
}

function isUsable(element: HTMLElement): boolean {
  return (
    element.isConnected &&
    !element.matches(':disabled') &&
    element.checkVisibility({ checkVisibilityCSS: true })
  );
}

function isInOverlay({ element, ancestors }: Place): boolean {
  return [element, ...ancestors].some((around) => around.matches(overlay));
}

/** Controls that would take the next keys as something else: as text, or as a new width of the panel. */
const takesKeys = `${textField}, [role="separator"]`;

/** The nearest control around what went away, in the same part of the window. */
function nearest({ ancestors }: Place): HTMLElement | null {
  if (!ancestors.some((ancestor) => ancestor.matches(part))) return null;
  for (const ancestor of ancestors) {
    const controls = ancestor.isConnected ? ancestor.querySelectorAll<HTMLElement>(focusable) : [];
    const usable = [...controls].find((control) => isUsable(control) && !control.matches(takesKeys));
    if (usable) return usable;
    if (ancestor.matches(part)) return null;
  }
  return null;
}

/**
 * The focus never stays on the body, where neither Escape nor the keyboard's next step has a meaning. A dialog keeps it;
 * what closes gives it back to where it was before; a control that takes itself away leaves it beside itself; a click on
 * nothing, or a new screen, puts it where the work is. So does the row of a claim that leaves the list: beside it is another
 * claim, which the next key would judge or delete.
 */
export function listenToLostFocus(): void {
  let last: Place | null = null;
  let behindOverlays: Place | null = null;
  /** Whether a dialog took the focus from what had it; the dialog may be closed again before it has the focus itself. */
  let wasCovered = false;

  const goOn = () => {
    if (document.activeElement !== document.body) return;
    const dialog = [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].at(-1);
    const left = last;
    last = null;
    if (dialog) {
      const beside =
        left && !isUsable(left.element) && left.ancestors.includes(dialog) ? nearest(left) : null;
      (beside ?? dialog).focus();
      return;
    }
    const place = left && isInOverlay(left) ? behindOverlays : left;
    const wasClosed = place !== left || wasCovered;
    if (place && wasClosed && isUsable(place.element)) place.element.focus({ preventScroll: true });
    else if (place && !isUsable(place.element) && claimOfRow(place.element) === null) nearest(place)?.focus();
    if (document.activeElement === document.body) focusHome();
  };

  let waiting = false;
  /** After React Aria had its turn, which gives the focus back a frame after something closed. */
  const look = () => {
    if (waiting || document.activeElement !== document.body) return;
    waiting = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        waiting = false;
        goOn();
      }),
    );
  };

  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    last = placeOf(target);
    wasCovered = false;
    if (!isInOverlay(last)) behindOverlays = last;
  });
  document.addEventListener('focusout', ({ target }) => {
    wasCovered = target instanceof Element && target.closest('[inert]') !== null;
    setTimeout(look);
  });
  new MutationObserver(look).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled'],
  });
}
