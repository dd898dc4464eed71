import { type RefObject, useLayoutEffect, useState } from 'react';
import { boxOfCharacter } from '../dom-text';

interface Measured {
  /** Where the middle of the line of each offset is, below the block's upper edge. */
  middles: ReadonlyMap<number, number>;
  /** How wide the margin is. */
  room: number;
}

const nothing: Measured = { middles: new Map(), room: 0 };

function isSame(a: Measured, b: Measured): boolean {
  return (
    a.room === b.room &&
    a.middles.size === b.middles.size &&
    [...a.middles].every(([start, middle]) => b.middles.get(start) === middle)
  );
}

/**
 * Measures beside which lines of a block the offsets stand, before they are painted and whenever the block is laid out anew.
 * `ground` stands in the block, beside its text. It is measured anew for each new array, so give the same one while nothing
 * changed.
 */
export function useLineMiddles(ground: RefObject<HTMLElement | null>, starts: readonly number[]): Measured {
  const [measured, setMeasured] = useState(nothing);
  useLayoutEffect(() => {
    const block = ground.current?.parentElement;
    const holder = block?.querySelector('[data-start]');
    if (!ground.current || !block || !holder) return;
    const measure = () => {
      const top = block.getBoundingClientRect().top;
      const middleOf = (start: number) => {
        const box = boxOfCharacter(holder, start);
        return box ? Math.round((box.top + box.bottom) / 2 - top) : 0;
      };
      const middles = new Map(starts.map((start) => [start, middleOf(start)]));
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
