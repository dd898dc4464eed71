import { type PointerEvent, type RefObject, useDeferredValue, useLayoutEffect, useState } from 'react';
import { resizeClaim } from '../../../shared/domain/claim-edits';
import type { Span } from '../../../shared/domain/span';
import { cleanSelection } from '../../../shared/text/selection';
import { useReviewView } from '../../state/review-view';
import { useSession, useShownClaim } from '../../state/session-context';
import type { GalleyDom } from './galley-dom';
import styles from './resize-handles.module.css';

interface Place {
  left: number;
  top: number;
  height: number;
}

interface ResizeHandlesProps {
  root: RefObject<HTMLElement | null>;
  galley: RefObject<GalleyDom | null>;
}

/** Grips at both ends of the current claim. By keyboard: select the new words and press R. */
export function ResizeHandles({ root, galley }: ResizeHandlesProps) {
  const session = useSession();
  const { text } = session.draft;
  // Placing the grips reads the layout, so they come a frame after the claim itself.
  const current = useDeferredValue(useReviewView((view) => view.current));
  const shown = useShownClaim(current);
  const [dragged, setDragged] = useState<Span | null>(null);
  const [places, setPlaces] = useState<{ start: Place; end: Place } | null>(null);
  const span = dragged ?? shown?.span ?? null;

  useLayoutEffect(() => {
    const place = () => {
      const lines = span && galley.current?.range(span)?.getClientRects();
      const ground = root.current?.parentElement?.getBoundingClientRect();
      const first = lines?.item(0);
      const last = lines?.item(lines.length - 1);
      if (!first || !last || !ground) return setPlaces(null);
      const at = (x: number, line: DOMRect) => ({
        left: x - ground.left,
        top: line.top - ground.top,
        height: line.height,
      });
      setPlaces({ start: at(first.left, first), end: at(last.right, last) });
    };
    place();
    const resized = new ResizeObserver(place);
    if (root.current) resized.observe(root.current);
    return () => resized.disconnect();
  }, [span, root, galley]);

  if (!shown || !span || !places || session.readOnly) return null;

  const drag = (event: PointerEvent, end: 'start' | 'end') => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const offset = galley.current?.offsetAt(event.clientX, event.clientY);
    if (offset === null || offset === undefined) return;
    const other = end === 'start' ? shown.span.end : shown.span.start;
    const next = cleanSelection(text, offset, other);
    if (next) setDragged(next);
  };
  const drop = () => {
    if (dragged) session.apply(resizeClaim(shown.placement, dragged));
    setDragged(null);
  };

  return (['start', 'end'] as const).map((end) => (
    <div
      key={end}
      className={`${styles.grip} ${styles[end]} ${shown.standing}`}
      style={places[end]}
      aria-hidden="true"
      data-grip={end}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => drag(event, end)}
      onPointerUp={drop}
      onPointerCancel={() => setDragged(null)}
    />
  ));
}
