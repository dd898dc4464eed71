import { type MouseEvent, useContext, useEffect, useRef } from 'react';
import { useCoverage } from '#renderer/window/state/reading/coverage.ts';
import { useReading } from '#renderer/window/state/reading/reading.ts';
import type { OutlineClaim } from '#renderer/window/state/review/outline.ts';
import { useOutline, useSession } from '#renderer/window/state/review/use-session.ts';
import { goToClaim } from '#renderer/window/state/view/navigate.ts';
import { getSourceColorName, SourceColorsContext } from '#renderer/window/state/view/source-colors.ts';
import styles from './position-strip.module.css';
import { listRows, paintReadingLane } from './reading-lane.ts';

/** The lanes of the claims and of what was read, with the gap between them, in CSS pixels as in `position-strip.module.css`. */
const claimsWidth = 6;
const gap = 2;
const readingWidth = 4;
const width = claimsWidth + gap + readingWidth;

/** The smallest height of a claim, in device pixels. */
const minMarkHeight = 2;

interface PositionStripProps {
  /** Goes to the sentence to look at that is nearest to an offset in the draft. */
  onReadNear: (offset: number) => void;
}

/**
 * The strip beside the article: its claims, each in the colour of its status or its source, and beside them which of its
 * sentences were read. A click goes to the nearest claim or sentence to look at.
 */
export function PositionStrip({ onReadNear }: PositionStripProps) {
  const { draft, review } = useSession();
  const sourceColors = useContext(SourceColorsContext);
  const reading = useReading();
  const coverage = useCoverage();
  const outline = useOutline();
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const paint = () => {
      const target = canvas.current;
      const context = target?.getContext('2d');
      if (!target || !context) return;
      const height = target.clientHeight * devicePixelRatio;
      target.width = width * devicePixelRatio;
      target.height = height;
      const tokens = getComputedStyle(target);
      const colors = new Map<string, string>();
      const getColor = (token: string) => {
        const color = colors.get(token) ?? tokens.getPropertyValue(token);
        colors.set(token, color);
        return color;
      };
      const claimsEnd = claimsWidth * devicePixelRatio;
      context.fillStyle = tokens.getPropertyValue('--line');
      context.fillRect(0, 0, claimsEnd, height);
      for (const { claim, span, status } of outline) {
        context.fillStyle = getColor(
          sourceColors ? `--${getSourceColorName(review, claim.id, sourceColors)}` : `--${status}`,
        );
        const top = (span.start / draft.text.length) * height;
        const markHeight = ((span.end - span.start) / draft.text.length) * height;
        context.fillRect(0, top, claimsEnd, Math.max(minMarkHeight, markHeight));
      }
      if (reading && coverage) {
        const rows = listRows(reading.sentences, coverage.states, draft.text.length, Math.ceil(height));
        const box = { left: claimsEnd + gap * devicePixelRatio, width: readingWidth * devicePixelRatio };
        paintReadingLane(context, rows, box, tokens);
      }
    };
    // Paints after the next frame: the overview may be a frame late, the mark of a claim may not.
    let frame = 0;
    const schedulePaint = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(paint);
      });
    };
    schedulePaint();
    const resizeObserver = new ResizeObserver(schedulePaint);
    if (canvas.current) resizeObserver.observe(canvas.current);
    dark.addEventListener('change', schedulePaint);
    return () => {
      cancelAnimationFrame(frame);
      resizeObserver.disconnect();
      dark.removeEventListener('change', schedulePaint);
    };
  }, [outline, draft, review, sourceColors, reading, coverage]);

  const goToNearest = (event: MouseEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const offset = ((event.clientY - box.top) / box.height) * draft.text.length;
    if (coverage && event.clientX - box.left >= claimsWidth) {
      onReadNear(offset);
      return;
    }
    const getDistance = ({ span }: OutlineClaim) => Math.abs(span.start - offset);
    const nearest = outline.reduce<OutlineClaim | null>(
      (best, claim) => (!best || getDistance(claim) < getDistance(best) ? claim : best),
      null,
    );
    if (nearest) goToClaim(nearest);
  };

  return (
    <div className={styles.strip} aria-hidden="true">
      <canvas ref={canvas} className={styles.canvas} onClick={goToNearest} />
    </div>
  );
}
