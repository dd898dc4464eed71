import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { boxOfCharacter } from '../galley/dom-text';

interface Measured {
  /** The offsets it was measured for. */
  starts: readonly number[];
  /** Where the middle of the line of each offset is, below the block's upper edge. */
  middles: ReadonlyMap<number, number>;
  /** How wide the margin is. */
  room: number;
}

const nothing: Measured = { starts: [], middles: new Map(), room: 0 };

function isSame(a: Measured, b: Measured): boolean {
  return (
    a.starts === b.starts &&
    a.room === b.room &&
    [...a.middles].every(([start, middle]) => b.middles.get(start) === middle)
  );
}

/** Whether a box has this size, but for what is lost in rounding. */
function isSize(box: ResizeObserverSize | undefined, size: DOMRect | null): boolean {
  if (!box || !size) return false;
  return Math.abs(box.inlineSize - size.width) < 0.1 && Math.abs(box.blockSize - size.height) < 0.1;
}

function measuredFrom(ground: HTMLElement, starts: readonly number[]): Measured | null {
  const block = ground.parentElement;
  const holder = block?.querySelector('[data-start]');
  if (!block || !holder) return null;
  const top = block.getBoundingClientRect().top;
  const middleOf = (start: number) => {
    const box = boxOfCharacter(holder, start);
    return box ? Math.round((box.top + box.bottom) / 2 - top) : 0;
  };
  const middles = new Map(starts.map((start) => [start, middleOf(start)]));
  return { starts, middles, room: ground.clientWidth };
}

/**
 * Measures beside which lines of a block the offsets stand, before they are painted and whenever the block is laid out anew.
 * `ground` stands in the block, beside its text. It is measured anew for each new array, so give the same one while nothing
 * changed.
 */
export function useLineMiddles(ground: RefObject<HTMLElement | null>, starts: readonly number[]): Measured {
  const [measured, setMeasured] = useState(nothing);
  // Marks move no words. So the lines of a new claim are known before its mark is in the page, where they can be asked for
  // without laying out the window, and its number comes with the mark instead of in a second painting.
  if (ground.current && measured.starts !== starts) {
    const now = measuredFrom(ground.current, starts);
    if (now) setMeasured(now);
  }
  /** The block's size when it was measured last. */
  const size = useRef<DOMRect>(null);
  const measure = useEffectEvent(() => {
    const now = ground.current && measuredFrom(ground.current, starts);
    if (!now) return;
    size.current = ground.current?.parentElement?.getBoundingClientRect() ?? null;
    setMeasured((before) => (isSame(before, now) ? before : now));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for other offsets
  useLayoutEffect(() => measure(), [starts]);
  useEffect(() => {
    const block = ground.current?.parentElement;
    if (!block) return;
    const again = () => measure();
    // The first report of an observer is of the size that was just measured.
    const resized = new ResizeObserver(([entry]) => {
      if (!isSize(entry?.borderBoxSize[0], size.current)) again();
    });
    resized.observe(block);
    // Another typeface can break lines elsewhere in a block of the same height.
    document.fonts.addEventListener('loadingdone', again);
    return () => {
      resized.disconnect();
      document.fonts.removeEventListener('loadingdone', again);
    };
  }, [ground]);
  return measured;
}
