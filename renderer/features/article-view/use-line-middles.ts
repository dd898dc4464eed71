import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { getCharacterBox } from './dom/dom-positions';

interface LineMeasurement {
  /** The offsets that were measured. */
  starts: readonly number[];
  /** The vertical middle of each offset's line, from the block's upper edge, in CSS pixels. */
  middles: ReadonlyMap<number, number>;
  /** The width of the margin, in CSS pixels. */
  room: number;
}

const noMeasurement: LineMeasurement = { starts: [], middles: new Map(), room: 0 };

function isSameMeasurement(a: LineMeasurement, b: LineMeasurement): boolean {
  return (
    a.starts === b.starts &&
    a.room === b.room &&
    [...a.middles].every(([start, middle]) => b.middles.get(start) === middle)
  );
}

/** Whether a box has this size, except for rounding. */
function hasSize(box: ResizeObserverSize | undefined, size: DOMRect | null): boolean {
  if (!box || !size) return false;
  return Math.abs(box.inlineSize - size.width) < 0.1 && Math.abs(box.blockSize - size.height) < 0.1;
}

function measureLines(margin: HTMLElement, starts: readonly number[]): LineMeasurement | null {
  const block = margin.parentElement;
  const blockElement = block?.querySelector('[data-start]');
  if (!block || !blockElement) return null;
  const { top } = block.getBoundingClientRect();
  const measureMiddle = (start: number) => {
    const box = getCharacterBox(blockElement, start);
    return box ? Math.round((box.top + box.bottom) / 2 - top) : 0;
  };
  const middles = new Map(starts.map((start) => [start, measureMiddle(start)]));
  return { starts, middles, room: margin.clientWidth };
}

/**
 * Measures the lines of a block at which the offsets are, before they are painted and whenever the block's layout changes.
 * `margin` is inside the block, beside its text. Each new array is measured, so pass the same one as long as nothing changed.
 */
export function useLineMiddles(
  margin: RefObject<HTMLElement | null>,
  starts: readonly number[],
): LineMeasurement {
  const [measurement, setMeasurement] = useState(noMeasurement);
  // Marks move no text, so the lines of a new claim can be measured while its mark is not yet in the page. At that time measuring
  // does not force a layout of the window, and the claim's number is painted together with its mark instead of afterwards.
  if (margin.current && measurement.starts !== starts) {
    const measured = measureLines(margin.current, starts);
    if (measured) setMeasurement(measured);
  }
  /** The block's size at the last measurement. */
  const size = useRef<DOMRect>(null);
  const measure = useEffectEvent(() => {
    const measured = margin.current && measureLines(margin.current, starts);
    if (!measured) return;
    size.current = margin.current?.parentElement?.getBoundingClientRect() ?? null;
    setMeasurement((before) => (isSameMeasurement(before, measured) ? before : measured));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other offsets have to be measured
  useLayoutEffect(() => measure(), [starts]);
  useEffect(() => {
    const block = margin.current?.parentElement;
    if (!block) return;
    const measureAgain = () => measure();
    // An observer first reports the size that was just measured.
    const resizeObserver = new ResizeObserver(([entry]) => {
      if (!hasSize(entry?.borderBoxSize[0], size.current)) measureAgain();
    });
    resizeObserver.observe(block);
    // Another font can break lines elsewhere in a block of the same height.
    document.fonts.addEventListener('loadingdone', measureAgain);
    return () => {
      resizeObserver.disconnect();
      document.fonts.removeEventListener('loadingdone', measureAgain);
    };
  }, [margin]);
  return measurement;
}
