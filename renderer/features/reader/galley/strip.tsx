import { type MouseEvent, useEffect, useRef } from 'react';
import { standings } from '../../../../shared/domain/verdict';
import { goToClaim } from '../../../state/review/review-view';
import { useSession, useShownClaims } from '../../../state/review/session-context';
import styles from './strip.module.css';

const width = 6;

/** The whole article at a glance: where its claims are and how they stand. A press goes to the nearest claim. */
export function Strip() {
  const { draft } = useSession();
  const shown = useShownClaims();
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const paint = () => {
      const target = canvas.current;
      const pen = target?.getContext('2d');
      if (!target || !pen) return;
      const height = target.clientHeight * devicePixelRatio;
      target.width = width * devicePixelRatio;
      target.height = height;
      const tokens = getComputedStyle(target);
      const tones = new Map(
        standings.map((standing) => [standing, tokens.getPropertyValue(`--${standing}`)]),
      );
      for (const { span, standing } of shown) {
        pen.fillStyle = tones.get(standing) ?? '';
        const top = (span.start / draft.text.length) * height;
        pen.fillRect(
          0,
          top,
          target.width,
          Math.max(2, ((span.end - span.start) / draft.text.length) * height),
        );
      }
    };
    // After the frame: the strip may be a frame late, what was marked may not.
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(paint);
      });
    };
    later();
    const resized = new ResizeObserver(later);
    if (canvas.current) resized.observe(canvas.current);
    dark.addEventListener('change', later);
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      dark.removeEventListener('change', later);
    };
  }, [shown, draft]);

  const go = (event: MouseEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const offset = ((event.clientY - box.top) / box.height) * draft.text.length;
    const distance = (start: number) => Math.abs(start - offset);
    const nearest = shown.reduce<(typeof shown)[number] | null>(
      (best, claim) => (!best || distance(claim.span.start) < distance(best.span.start) ? claim : best),
      null,
    );
    if (nearest) goToClaim(nearest);
  };

  return (
    <div className={styles.strip} aria-hidden="true">
      <canvas ref={canvas} className={styles.bar} onClick={go} />
    </div>
  );
}
