import { useLayoutEffect, useRef, useState } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './text-tooltip.module.css';

/** How long a text has the focus or the pointer before its tooltip appears, in milliseconds. */
const focusDelayMs = 250;
const hoverDelayMs = 500;

/** How long a tooltip stays after the pointer left, so that the pointer can reach the tooltip, in milliseconds. */
const leaveDelayMs = 200;

/** Text that may be cut off, and elements with a text of their own for the tooltip. */
const tooltipSelector = '[data-clip], [data-tip]';

interface Tip {
  element: HTMLElement;
  text: string;
}

/**
 * Shows the full text of what is cut off (`data-clip`), or the text for an icon (`data-tip`), to the mouse and to the keyboard.
 * There is one for the whole window, so that rows of lists need none of their own. Escape hides it.
 */
export function TextTooltip() {
  const [tip, setTip] = useState<Tip | null>(null);
  const trigger = useRef<HTMLElement | null>(null);
  const timer = useRef(0);
  trigger.current = tip?.element ?? null;

  // With the first paint: a key that is pressed right then moves the focus, too.
  useLayoutEffect(() => {
    // A pointer that rests elsewhere does not hide the tooltip of the focus.
    let isForFocus = false;
    // Where the text of the tooltip was when the tooltip appeared.
    let shownAt: DOMRect | undefined;
    const schedule = (next: Tip | null, delayMs: number) => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        shownAt = next?.element.getBoundingClientRect();
        setTip(next);
      }, delayMs);
    };
    const hide = () => {
      clearTimeout(timer.current);
      isForFocus = false;
      setTip(null);
    };
    let pointer: { screenX: number; screenY: number } | null = null;
    const onPointerMove = ({ screenX, screenY }: PointerEvent) => {
      pointer = { screenX, screenY };
    };
    const onPointerOver = ({ target, screenX, screenY }: PointerEvent) => {
      if (!(target instanceof Element)) return;
      // The event is also sent for a pointer that rests, when another text comes under it; before its first move it counts as
      // resting.
      const isResting = !pointer || (pointer.screenX === screenX && pointer.screenY === screenY);
      if (isForFocus && isResting) return;
      if (target.closest('[role="tooltip"]')) {
        clearTimeout(timer.current);
        return;
      }
      const text = target.closest<HTMLElement>(tooltipSelector);
      const next = text && getTip(text);
      if (!next && isForFocus) return;
      isForFocus = false;
      schedule(next, next ? hoverDelayMs : leaveDelayMs);
    };
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element && target.matches(':focus-visible'))) return;
      isForFocus = true;
      schedule(findTip(target), focusDelayMs);
    };
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') hide();
    };
    const onScroll = () => {
      // A tooltip stays unless its text moved: what scrolled may be another box, or the focus brought the text into view and the
      // event comes only after the tooltip appeared. A scheduled tooltip stays scheduled.
      const place = trigger.current?.getBoundingClientRect();
      if (place?.top !== shownAt?.top || place?.left !== shownAt?.left) setTip(null);
    };
    document.addEventListener('pointermove', onPointerMove);
    document.addEventListener('pointerover', onPointerOver);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', hide);
    document.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('scroll', onScroll, true);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('pointermove', onPointerMove);
      document.removeEventListener('pointerover', onPointerOver);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('scroll', onScroll, true);
    };
  }, []);

  if (!tip) return null;
  return (
    <TooltipTrigger isOpen>
      <Tooltip className={styles.tip} triggerRef={trigger} placement="bottom start" offset={4}>
        <span dir="auto">{tip.text}</span>
      </Tooltip>
    </TooltipTrigger>
  );
}

/** The element's own tooltip, or its full text if it is cut off. */
function getTip(element: HTMLElement): Tip | null {
  const { tip } = element.dataset;
  if (tip !== undefined) return { element, text: tip };
  return isCutOff(element) ? { element, text: element.textContent ?? '' } : null;
}

function isCutOff({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollWidth > clientWidth || scrollHeight > clientHeight + 1;
}

/** The tip of the focused control, or of the first text in it that is cut off. */
function findTip(control: Element): Tip | null {
  if (!control.matches(`button, a, [role="menuitem"], ${tooltipSelector}`)) return null;
  const inside = control.querySelectorAll('[data-clip]');
  for (const element of [control, ...inside]) {
    const tip = element instanceof HTMLElement && element.matches(tooltipSelector) ? getTip(element) : null;
    if (tip) return tip;
  }
  return null;
}
