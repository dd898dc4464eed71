import { type MouseEvent, useContext, useEffect, useRef } from 'react';
import type { OutlineClaim } from '../../../state/review/outline';
import { useOutline, useSession } from '../../../state/review/use-session';
import { goToClaim } from '../../../state/view/navigate';
import { getSourceColorName, SourceColorsContext } from '../../../state/view/source-colors';
import styles from './overview.module.css';

/** In CSS pixels, as in `overview.module.css`. */
const width = 6;

/** The smallest height of a claim, in device pixels. */
const minMarkHeight = 2;

/** The strip beside the article with all its claims, each in the colour of its status or its source. A click goes to the nearest claim. */
export function Overview() {
  const { draft, review } = useSession();
  const sourceColors = useContext(SourceColorsContext);
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
      for (const { claim, span, status } of outline) {
        context.fillStyle = getColor(
          sourceColors ? `--${getSourceColorName(review, claim.id, sourceColors)}` : `--${status}`,
        );
        const top = (span.start / draft.text.length) * height;
        const markHeight = ((span.end - span.start) / draft.text.length) * height;
        context.fillRect(0, top, target.width, Math.max(minMarkHeight, markHeight));
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
  }, [outline, draft, review, sourceColors]);

  const goToNearestClaim = (event: MouseEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const offset = ((event.clientY - box.top) / box.height) * draft.text.length;
    const getDistance = ({ span }: OutlineClaim) => Math.abs(span.start - offset);
    const nearest = outline.reduce<OutlineClaim | null>(
      (best, claim) => (!best || getDistance(claim) < getDistance(best) ? claim : best),
      null,
    );
    if (nearest) goToClaim(nearest);
  };

  return (
    <div className={styles.overview} aria-hidden="true">
      <canvas ref={canvas} className={styles.canvas} onClick={goToNearestClaim} />
    </div>
  );
}
