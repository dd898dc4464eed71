import { type CSSProperties, useLayoutEffect, useState } from 'react';

/** The usual width and height of the list and its distance from the edges of the window, in CSS pixels. */
const usualWidth = 440;
const usualHeight = 460;
const margin = 8;

/** Places a list below a field, in the window, also when that becomes narrower. */
export function usePlaceBelow(field: HTMLElement | null): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>({});
  useLayoutEffect(() => {
    if (!field) return;
    const place = () => {
      const { bottom, left: fieldLeft } = (field.closest('search') ?? field).getBoundingClientRect();
      const width = Math.min(usualWidth, window.innerWidth - 2 * margin);
      const left = Math.max(margin, Math.min(window.innerWidth - margin - width, fieldLeft));
      setStyle({
        left,
        top: bottom + 4,
        width,
        maxHeight: Math.max(80, Math.min(usualHeight, window.innerHeight - bottom - 40)),
      });
    };
    place();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, [field]);
  return style;
}
