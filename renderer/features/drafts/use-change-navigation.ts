import { type RefObject, useCallback, useEffect, useState } from 'react';
import { isSameChord } from '../../../shared/contract/keys/chord';
import type { MenuCommand } from '../../../shared/contract/menu-commands';
import { getKeyBindings } from '../../state/keys';
import { getPressedChord } from '../../ui/pressed-chord';
import { textFieldSelector, typeAheadSelector } from '../../ui/selectors';
import { changeAttribute } from './render-side';

const currentAttribute = 'data-current';

/**
 * The current change, starting with the first one. It is scrolled into view and marked, and again when the layout changes. The
 * keys for the next and previous claim go to the next and previous change, wrapping around at both ends.
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
      if (event.isComposing) return;
      if (
        event.target instanceof Element &&
        event.target.closest(`${textFieldSelector}, ${typeAheadSelector}, select`)
      )
        return;
      const pressed = getPressedChord(event);
      const isPressed = (command: MenuCommand) =>
        pressed !== null &&
        getKeyBindings().some((key) => key.command === command && isSameChord(key.chord, pressed));
      const by = isPressed('nextClaim') ? 1 : isPressed('previousClaim') ? -1 : null;
      if (by === null) return;
      event.preventDefault();
      step(by);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [step]);

  return { current, step };
}
