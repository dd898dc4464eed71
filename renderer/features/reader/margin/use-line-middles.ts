import { type RefObject, useLayoutEffect, useState } from 'react';
import { rangeOf } from '../dom-text';

interface Measured {
  /** Where the middle of each claim's first line is, below the block's upper edge. */
  middles: number[];
  /** How wide the margin is. */
  room: number;
}

const nothing: Measured = { middles: [], room: 0 };

function isSame(a: Measured, b: Measured): boolean {
  return (
    a.room === b.room &&
    a.middles.length === b.middles.length &&
    a.middles.every((at, i) => at === b.middles[i])
  );
}

/**
 * Measures beside which lines of a block the offsets stand, before they are painted and whenever the block is laid out anew.
 * `ground` stands in the block, beside its text.
 */
export function useLineMiddles(ground: RefObject<HTMLElement | null>, starts: readonly number[]): Measured {
  const [measured, setMeasured] = useState(nothing);
  useLayoutEffect(() => {
    const block = ground.current?.parentElement;
    const holder = block?.querySelector('[data-start]');
    if (!ground.current || !block || !holder) return;
    const measure = () => {
      const top = block.getBoundingClientRect().top;
      const middles = starts.map((start) => {
        const [letter] = rangeOf({ start, end: start + 1 }, holder, holder).getClientRects();
        return letter ? Math.round((letter.top + letter.bottom) / 2 - top) : 0;
      });
      const now = { middles, room: ground.current?.clientWidth ?? 0 };
      setMeasured((before) => (isSame(before, now) ? before : now));
    };
    measure();
    if (starts.length === 0) return;
    const resized = new ResizeObserver(measure);
    resized.observe(block);
    // Another typeface can break lines elsewhere in a block of the same height.
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      resized.disconnect();
      document.fonts.removeEventListener('loadingdone', measure);
    };
  }, [ground, starts]);
  return measured;
}
