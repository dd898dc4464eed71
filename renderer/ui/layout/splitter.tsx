import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';
import styles from './splitter.module.css';

interface SplitterProps {
  label: string;
  /** The side of the splitter on which its panel is. */
  side: 'left' | 'right';
  /** The panel's width now, in CSS pixels. */
  measure: () => number;
  range: { least: number; most: number };
  onResize: (width: number) => void;
}

const step = 24;

/** The border of a panel, to be dragged, or moved with Left and Right. */
export function Splitter({ label, side, measure, range, onResize }: SplitterProps) {
  const [now, setNow] = useState(range.least);
  // Only once the panel stands there can it be measured.
  useEffect(() => setNow(Math.round(measure())));
  const outward = side === 'left' ? 1 : -1;
  const resize = (width: number) => onResize(Math.round(Math.max(range.least, Math.min(range.most, width))));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: step, ArrowLeft: -step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    resize(measure() + by * outward);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    const { currentTarget: handle, clientX: from } = event;
    const width = measure();
    handle.setPointerCapture(event.pointerId);
    const move = ({ clientX }: globalThis.PointerEvent) => resize(width + (clientX - from) * outward);
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
      aria-valuemin={range.least}
      aria-valuemax={range.most}
      aria-valuenow={now}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  );
}
