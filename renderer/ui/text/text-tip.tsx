import { useEffect, useRef, useState } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './text-tip.module.css';

/** How long a text has the focus or the pointer before all of it is shown, in milliseconds. */
const focusDelayMs = 250;
const hoverDelayMs = 500;

/** How long a tip stays when the pointer leaves, so that it can be moved onto the tip. */
const leaveDelayMs = 200;

const marked = '[data-clip], [data-tip]';

interface Tip {
  element: HTMLElement;
  text: string;
}

function isCut({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollWidth > clientWidth || scrollHeight > clientHeight + 1;
}

/** What the element says beyond what can be seen of it: its tip, or its whole text where that is cut off. */
function tipOf(element: HTMLElement): Tip | null {
  const { tip } = element.dataset;
  if (tip !== undefined) return { element, text: tip };
  const text = element.textContent ?? '';
  return isCut(element) ? { element, text } : null;
}

/** The tip of the control that has the focus, or of the first text in it that is cut off. */
function tipWithin(control: Element): Tip | null {
  if (!control.matches(`button, a, [role="menuitem"], ${marked}`)) return null;
  const inside = control.querySelectorAll('[data-clip]');
  for (const element of [control, ...inside]) {
    const tip = element instanceof HTMLElement && element.matches(marked) ? tipOf(element) : null;
    if (tip) return tip;
  }
  return null;
}

/**
 * Shows the whole of a text that is cut off (`data-clip`), or the words for a sign (`data-tip`), to the mouse and to the
 * keyboard. One for the window, so that rows cost nothing more. Escape puts it away.
 */
export function TextTip() {
  const [tip, setTip] = useState<Tip | null>(null);
  const trigger = useRef<HTMLElement | null>(null);
  const timer = useRef(0);
  trigger.current = tip?.element ?? null;

  useEffect(() => {
    // A pointer that rests somewhere else takes no tip from the keyboard.
    let isForFocus = false;
    const later = (shown: Tip | null, delay: number) => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => setTip(shown), delay);
    };
    const now = (shown: Tip | null) => {
      clearTimeout(timer.current);
      isForFocus = false;
      setTip(shown);
    };
    const onOver = ({ target }: PointerEvent) => {
      if (!(target instanceof Element)) return;
      if (target.closest('[role="tooltip"]')) {
        clearTimeout(timer.current);
        return;
      }
      const text = target.closest<HTMLElement>(marked);
      const shown = text && tipOf(text);
      if (!shown && isForFocus) return;
      isForFocus = false;
      later(shown, shown ? hoverDelayMs : leaveDelayMs);
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element && target.matches(':focus-visible'))) return;
      isForFocus = true;
      later(tipWithin(target), focusDelayMs);
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') now(null);
    };
    const onLeave = () => now(null);
    const onScroll = ({ target }: Event) => {
      // The tip of what the focus scrolled into view is still to come.
      if (!(target instanceof Element && target.closest('[role="tooltip"]'))) setTip(null);
    };
    document.addEventListener('pointerover', onOver);
    document.addEventListener('pointerdown', onLeave);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onLeave);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('scroll', onScroll, true);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('pointerover', onOver);
      document.removeEventListener('pointerdown', onLeave);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onLeave);
      document.removeEventListener('keydown', onKey, true);
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
