import { type PointerEvent, type RefObject, useDeferredValue, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { resizeClaim } from '../../../../shared/domain/claims/claim-edits';
import { graphemeEnd, graphemeStart } from '../../../../shared/text/segmenter/graphemes';
import { cleanSelection } from '../../../../shared/text/selection';
import type { Span } from '../../../../shared/text/span';
import type { ShownClaim } from '../../../state/review/outline';
import { useReviewView } from '../../../state/review/review-view';
import { useSession, useShownClaim } from '../../../state/review/session-context';
import { useEscape } from '../../../ui/use-escape';
import type { GalleyDom } from '../galley/galley-dom';
import styles from './resize-handles.module.css';

interface Place {
  /** The side of the words that it stands on: where they begin or end depends on how they are read. */
  side: 'left' | 'right';
  left: number;
  top: number;
  height: number;
}

interface ResizeHandlesProps {
  root: RefObject<HTMLElement | null>;
  galley: RefObject<GalleyDom | null>;
}

/** Grips at both ends of the current claim. By keyboard: select the new words and press R. */
export function ResizeHandles(props: ResizeHandlesProps) {
  const { readOnly } = useSession();
  // Placing the grips reads the layout, so they come a frame after the claim itself.
  const current = useDeferredValue(useReviewView((view) => view.current));
  const shown = useShownClaim(current);
  // A drag ends with its claim, whatever made another one the current one meanwhile.
  return shown && !readOnly ? <Grips key={shown.claim.id} {...props} shown={shown} /> : null;
}

/** A drag of one end of the claim: the span that the claim would have. */
interface Drag {
  span: Span;
  /** Ends the drag without resizing. */
  cancel: () => void;
}

function Grips({ root, galley, shown }: ResizeHandlesProps & { shown: ShownClaim }) {
  const session = useSession();
  const { text } = session.draft;
  const [dragged, setDragged] = useState<Drag | null>(null);
  const [places, setPlaces] = useState<{ start: Place; end: Place } | null>(null);
  const span = dragged?.span ?? shown.span;
  useEscape(dragged?.cancel ?? null);

  useLayoutEffect(() => {
    const place = () => {
      const ground = root.current?.parentElement?.getBoundingClientRect();
      const at = (letter: Span, end: 'start' | 'end'): Place | null => {
        const box = galley.current?.endLines(letter)?.[end === 'start' ? 'first' : 'last'];
        if (!box || !ground) return null;
        const isRightToLeft = galley.current?.directionOf(letter) === 'rtl';
        const side = isRightToLeft === (end === 'start') ? 'right' : 'left';
        const { top, height } = box;
        return { side, left: box[side] - ground.left, top: top - ground.top, height };
      };
      const start = at({ start: span.start, end: graphemeEnd(text, span.start + 1) }, 'start');
      const end = at({ start: graphemeStart(text, span.end - 1), end: span.end }, 'end');
      setPlaces(start && end && { start, end });
    };
    place();
    const resized = new ResizeObserver(place);
    if (root.current) resized.observe(root.current);
    return () => resized.disconnect();
  }, [span, root, galley, text]);

  if (!places) return null;

  const drag = ({ currentTarget, pointerId, clientX, clientY }: PointerEvent, end: 'start' | 'end') => {
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    const offset = galley.current?.offsetAt(clientX, clientY);
    if (offset === null || offset === undefined) return;
    const other = end === 'start' ? shown.span.end : shown.span.start;
    const next = cleanSelection(text, offset, other);
    if (!next) return;
    const cancel = () => {
      currentTarget.releasePointerCapture(pointerId);
      setDragged(null);
    };
    // The pointer may be let go before React would have rendered where it was dragged to.
    flushSync(() => setDragged({ span: next, cancel }));
  };
  const drop = () => {
    if (dragged) session.apply(resizeClaim(shown.placement, dragged.span));
  };

  return (['start', 'end'] as const).map((end) => (
    <div
      key={end}
      className={`${styles.grip} ${styles[end]} ${styles[places[end].side]} ${shown.standing}`}
      style={{ left: places[end].left, top: places[end].top, height: places[end].height }}
      aria-hidden="true"
      data-grip={end}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => drag(event, end)}
      onPointerUp={drop}
      onLostPointerCapture={() => setDragged(null)}
    />
  ));
}
