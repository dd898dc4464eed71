import { type RefObject, useCallback, useEffect, useState } from 'react';
import { usePreferences } from '../../../state/preferences';
import { getPressedKey } from '../../../ui/pressed-key';
import { textFieldSelector, typeAheadSelector } from '../../../ui/selectors';
import { changeAttribute } from './render-side';

const currentAttribute = 'data-current';

/**
 * The current change, starting with the first one. It is scrolled into view and marked, and again when the layout changes. J
 * goes to the next change and K to the previous one, wrapping around at both ends.
 */
export function useChangeNavigation(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  layout: string,
): { current: number; step: (by: 1 | -1) => void } {
  const [current, setCurrent] = useState(0);
  const step = useCallback(
    (by: 1 | -1) => {
      if (count > 0) setCurrent((at) => (at + by + count) % count);
    },
    [count],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: in another layout the change is elsewhere
  useEffect(() => {
    const elements = scroller.current?.querySelectorAll(`[${changeAttribute}="${current}"]`) ?? [];
    // Only an attribute is set: rendering all rows again for each step would take seconds in a long article.
    for (const element of elements) element.setAttribute(currentAttribute, '');
    elements[0]?.scrollIntoView({ block: 'center' });
    return () => {
      for (const element of elements) element.removeAttribute(currentAttribute);
    };
  }, [scroller, current, layout]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (
        event.target instanceof Element &&
        event.target.closest(`${textFieldSelector}, ${typeAheadSelector}, select`)
      )
        return;
      if (!usePreferences.getState().letterKeys) return;
      const by = { j: 1, k: -1 }[getPressedKey(event)];
      if (by !== 1 && by !== -1) return;
      event.preventDefault();
      step(by);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [step]);

  return { current, step };
}
