import {
  memo,
  type RefObject,
  useContext,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { OutlineClaim } from '#renderer/window/state/review/outline.ts';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import { goToClaim } from '#renderer/window/state/view/navigate.ts';
import { SourceColorsContext, useSourceLook } from '#renderer/window/state/view/source-colors.ts';
import { useStableItems } from '#renderer/window/ui/lists/use-stable-items.ts';
import type { Block } from '#shared/domain/base/draft.ts';
import { statusLooks } from '#shared/domain/base/verdict.ts';
import styles from './block-view.module.css';
import { getCharacterBox } from './dom/dom-positions.ts';
import { createMarginRows } from './margin-rows.ts';
import { ArticleViewContext } from './overlays/article-view-context.ts';

interface LineMeasurement {
  starts: readonly number[];
  /** The vertical middle of each offset's line, from the block's upper edge, in CSS pixels. */
  middles: ReadonlyMap<number, number>;
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
function useLineMiddles(margin: RefObject<HTMLElement | null>, starts: readonly number[]): LineMeasurement {
  const [measurement, setMeasurement] = useState(noMeasurement);
  // Marks move no text, so the lines of a new claim can be measured while its mark is not yet in the page. At that time measuring
  // does not force a layout of the window, and the claim's number is painted together with its mark instead of afterwards.
  if (margin.current && measurement.starts !== starts) {
    const measured = measureLines(margin.current, starts);
    if (measured) setMeasurement(measured);
  }
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

/** Estimates the width of a claim's number with its glyph and the number of its source, in CSS pixels. All digits have the same width. */
function estimateWidth({ number }: OutlineClaim, isBySource: boolean): number {
  return String(number).length * 8 + (isBySource ? 34 : 16);
}

function ClaimNumber({ claim }: { claim: OutlineClaim }) {
  const look = statusLooks[claim.status];
  const { review } = useSession();
  const bySource = useSourceLook(review, claim.claim.id);
  return (
    <button
      type="button"
      tabIndex={-1}
      data-claim={claim.claim.id}
      className={`${claim.status} ${bySource?.className ?? ''}`}
      onClick={() => goToClaim(claim)}
    >
      {claim.number} <span aria-hidden="true">{look.glyph}</span>
      {bySource?.number && (
        <span className={`source-number ${styles.source}`} aria-hidden="true">
          {bySource.number}
        </span>
      )}
      <span className="screen-reader-only">{look.label}</span>
    </button>
  );
}

function HiddenClaimsButton({ claims }: { claims: readonly OutlineClaim[] }) {
  const { openChooser } = useContext(ArticleViewContext);
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={({ clientX, clientY }) =>
        openChooser({ claimIds: claims.map(({ claim }) => claim.id), x: clientX, y: clientY })
      }
    >
      +{claims.length}
      <span className="screen-reader-only">
        {' '}
        more {claims.length === 1 ? 'claim' : 'claims'} on this line
      </span>
    </button>
  );
}

interface MarginProps {
  block: Block;
  claims: readonly OutlineClaim[];
}

/** The numbers of the claims that start in the block, each with the glyph of its status, beside the line on which the claim starts. */
export const Margin = memo(function Margin({ block, claims }: MarginProps) {
  const margin = useRef<HTMLDivElement>(null);
  const claimsStartingHere = claims.filter(({ span }) => span.start >= block.start);
  // A claim added before this block changes the numbers here, but the lines are only measured when the spans change.
  const spans = useStableItems(claims.map(({ span }) => span));
  const starts = useMemo(
    () => spans.flatMap(({ start }) => (start >= block.start ? [start] : [])),
    [spans, block],
  );
  const { middles, room } = useLineMiddles(margin, starts);
  const isBySource = useContext(SourceColorsContext) !== null;
  const items = claimsStartingHere.flatMap((claim) => {
    const middle = middles.get(claim.span.start);
    return middle === undefined ? [] : [{ claim, middle, width: estimateWidth(claim, isBySource) }];
  });
  return (
    <div ref={margin} className={styles.margin}>
      {createMarginRows(items, room).map(({ middle, visible, hidden }) => (
        <div key={middle} className={styles.row} style={{ top: middle }}>
          {visible.map(({ claim }) => (
            <ClaimNumber key={claim.claim.id} claim={claim} />
          ))}
          {hidden.length > 0 && <HiddenClaimsButton claims={hidden.map(({ claim }) => claim)} />}
        </div>
      ))}
    </div>
  );
});
