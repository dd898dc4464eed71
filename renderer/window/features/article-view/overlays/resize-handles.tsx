import { type PointerEvent, type RefObject, useDeferredValue, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { OutlineClaim } from '#renderer/window/state/review/outline.ts';
import { useOutlineClaim, useSession } from '#renderer/window/state/review/use-session.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { useEscape } from '#renderer/window/ui/pressed-key.ts';
import { resizeClaim } from '#shared/domain/claims/claim-edits.ts';
import { findGraphemeEnd, findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import { findDragUnit } from '#shared/text/selection/drag-selection.ts';
import type { Span } from '#shared/text/span.ts';
import type { ArticleDom } from '../dom/create-article-dom.ts';
import styles from './resize-handles.module.css';

interface HandlePosition {
  /** The side of its grapheme that the handle is on, which depends on the reading direction. */
  side: 'left' | 'right';
  left: number;
  top: number;
  height: number;
}

interface ResizeHandlesProps {
  root: RefObject<HTMLElement | null>;
  articleDom: RefObject<ArticleDom | null>;
}

/** Handles at both ends of the current claim. By keyboard: select the new words and press R. */
export function ResizeHandles(props: ResizeHandlesProps) {
  const { readOnly } = useSession();
  // Positioning the handles reads the layout, so they follow a frame after the claim itself.
  const claimId = useDeferredValue(useReviewView((view) => view.currentClaimId));
  const current = useOutlineClaim(claimId);
  // The key ends a drag when another claim becomes the current one.
  return current && !readOnly ? <Handles key={current.claim.id} {...props} current={current} /> : null;
}

interface Drag {
  span: Span;
  cancel: () => void;
}

function Handles({ root, articleDom, current }: ResizeHandlesProps & { current: OutlineClaim }) {
  const session = useSession();
  const { text } = session.draft;
  const [drag, setDrag] = useState<Drag | null>(null);
  const [positions, setPositions] = useState<{ start: HandlePosition; end: HandlePosition } | null>(null);
  const span = drag?.span ?? current.span;
  useEscape(drag?.cancel ?? null);

  useLayoutEffect(() => {
    const updatePositions = () => {
      const origin = root.current?.parentElement?.getBoundingClientRect();
      const getPosition = (grapheme: Span, end: 'start' | 'end'): HandlePosition | null => {
        const box = articleDom.current?.getEndLines(grapheme)?.[end === 'start' ? 'first' : 'last'];
        if (!box || !origin) return null;
        const isRightToLeft = articleDom.current?.getDirection(grapheme) === 'rtl';
        const side = isRightToLeft === (end === 'start') ? 'right' : 'left';
        const { top, height } = box;
        return { side, left: box[side] - origin.left, top: top - origin.top, height };
      };
      const start = getPosition({ start: span.start, end: findGraphemeEnd(text, span.start + 1) }, 'start');
      const end = getPosition({ start: findGraphemeStart(text, span.end - 1), end: span.end }, 'end');
      setPositions(start && end && { start, end });
    };
    updatePositions();
    const resizeObserver = new ResizeObserver(updatePositions);
    if (root.current) resizeObserver.observe(root.current);
    return () => resizeObserver.disconnect();
  }, [span, root, articleDom, text]);

  if (!positions) return null;

  /** The span of the claim with its end at the pointer. It takes the words that it touches whole, unless Alt is held. */
  const getResizedSpan = ({ clientX, clientY, altKey }: PointerEvent, end: 'start' | 'end') => {
    const offset = articleDom.current?.getOffsetAt(clientX, clientY);
    if (offset === null || offset === undefined) return null;
    const fixedEnd = end === 'start' ? current.span.end : current.span.start;
    const unit = findDragUnit(
      session.draft,
      offset,
      altKey || offset === fixedEnd ? 'character' : 'touchedWord',
    );
    return cleanSelection(text, offset < fixedEnd ? unit.start : unit.end, fixedEnd);
  };
  const onDrag = (event: PointerEvent, end: 'start' | 'end') => {
    const { currentTarget, pointerId } = event;
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    const resized = getResizedSpan(event, end);
    if (!resized) return;
    const cancel = () => {
      currentTarget.releasePointerCapture(pointerId);
      setDrag(null);
    };
    // Renders at once, because the pointer may be released before React would render the drag.
    flushSync(() => setDrag({ span: resized, cancel }));
  };
  const onDrop = (event: PointerEvent, end: 'start' | 'end') => {
    // Alt counts as it is at the release.
    if (drag) session.apply(resizeClaim(current.placement, getResizedSpan(event, end) ?? drag.span));
  };

  return (['start', 'end'] as const).map((end) => (
    <div
      key={end}
      className={`${styles.handle} ${styles[end]} ${styles[positions[end].side]} ${current.status}`}
      style={{ left: positions[end].left, top: positions[end].top, height: positions[end].height }}
      aria-hidden="true"
      data-resize-handle={end}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => onDrag(event, end)}
      onPointerUp={(event) => onDrop(event, end)}
      onLostPointerCapture={() => setDrag(null)}
    />
  ));
}
