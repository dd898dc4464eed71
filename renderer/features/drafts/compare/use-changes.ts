import { type RefObject, useCallback, useEffect, useState } from 'react';
import { usePreferences } from '../../../state/preferences';
import { textField, typeAhead } from '../../../ui/fields/text-field';
import { pressed } from '../../../ui/pressed';
import { changeAttribute } from './compared-text';

const currentAttribute = 'data-current';

/**
 * The change that is looked at, from the first one on: scrolled into view and marked, again whenever the layout is another
 * one. J goes to the next and K to the previous one, round at both ends.
 */
export function useChanges(
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: in another layout the change stands elsewhere
  useEffect(() => {
    const words = scroller.current?.querySelectorAll(`[${changeAttribute}="${current}"]`) ?? [];
    // An attribute of the page alone: painting all rows anew for each step would take seconds in a long article.
    for (const element of words) element.setAttribute(currentAttribute, '');
    words[0]?.scrollIntoView({ block: 'center' });
    return () => {
      for (const element of words) element.removeAttribute(currentAttribute);
    };
  }, [scroller, current, layout]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(`${textField}, ${typeAhead}, select`))
        return;
      if (!usePreferences.getState().letterKeys) return;
      const by = { j: 1, k: -1 }[pressed(event)];
      if (by !== 1 && by !== -1) return;
      event.preventDefault();
      step(by);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [step]);

  return { current, step };
}
