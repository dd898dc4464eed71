import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';
import styles from './splitter.module.css';

interface SplitterProps {
  label: string;
  /** On which side of the splitter its panel is. */
  side: 'left' | 'right';
  /** Returns the current width of the panel, in CSS pixels. */
  measureWidth: () => number;
  /** The limits of the width, in CSS pixels. */
  range: { min: number; max: number };
  onResize: (width: number) => void;
}

/** How far an arrow key moves the splitter, in CSS pixels. */
const keyStep = 24;

/** The border of a panel. It is dragged, or moved with Left and Right. */
export function Splitter({ label, side, measureWidth, range, onResize }: SplitterProps) {
  const [width, setWidth] = useState(range.min);
  // The panel can only be measured once it is in the page.
  useEffect(() => setWidth(Math.round(measureWidth())));
  const outward = side === 'left' ? 1 : -1;
  const resize = (wanted: number) => onResize(Math.round(Math.max(range.min, Math.min(range.max, wanted))));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: keyStep, ArrowLeft: -keyStep }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    resize(measureWidth() + by * outward);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    const { currentTarget: handle, clientX: from } = event;
    const widthBefore = measureWidth();
    handle.setPointerCapture(event.pointerId);
    const move = ({ clientX }: globalThis.PointerEvent) => resize(widthBefore + (clientX - from) * outward);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no <hr>
    <div
      className={styles.splitter}
      data-side={side}
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={range.min}
      aria-valuemax={range.max}
      aria-valuenow={width}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  );
}
