import { useContext, useDeferredValue, useMemo } from 'react';
import { useListedClaims, useSession, useTable } from '#renderer/window/state/review/use-session.ts';
import { showSource } from '#renderer/window/state/view/navigate.ts';
import { showPanel } from '#renderer/window/state/view/panels.ts';
import {
  colorCount,
  countClaimsByColor,
  getSourceBadge,
  type SourceColors,
  SourceColorsContext,
} from '#renderer/window/state/view/source-colors.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import styles from './color-legend.module.css';

/**
 * The legend below the article while claims are coloured by their sources: each source that colours a claim, with its number, which
 * stands beside the claim in the margin and in the list as well. Nothing while they are coloured by verdict.
 */
export function ColorLegend() {
  const colors = useContext(SourceColorsContext);
  return colors && <Legend colors={colors} />;
}

function Legend({ colors }: { colors: SourceColors }) {
  const { review } = useSession();
  // The legend follows an edit one frame later.
  const listed = useDeferredValue(useListedClaims());
  const revision = useTable('evidence');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table changes in place, and the revision with it
  const counts = useMemo(
    () => countClaimsByColor(review, new Set(listed.map(({ claim }) => claim.id)), colors),
    [review, listed, colors, revision],
  );
  useTable('sources');
  const withSource = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const withoutSource = listed.length - withSource;
  const hasRepeatedColors = [...counts.keys()].some((id) => (colors.get(id) ?? 0) >= colorCount);
  return (
    <section className={styles.legend} aria-label="Colours of the sources">
      <ul className={`wrapping-row plain-list ${styles.list}`}>
        {hasRepeatedColors && (
          <li className={styles.note}>
            Colours repeat after {formatNumber(colorCount)} sources; the numbers do not.
          </li>
        )}
        {[...counts].map(([id, count]) => {
          const badge = getSourceBadge(id, colors);
          return (
            <li key={id} className={styles.item}>
              <button
                type="button"
                className={`bare-button ${styles.source}`}
                onClick={() => {
                  showPanel('card');
                  showSource(id);
                }}
              >
                <span className={`source-number ${badge.className}`}>{badge.number}</span>
                <bdi className={`ellipsis ${styles.title}`} data-clip="">
                  {review.sources.get(id)?.title}
                </bdi>{' '}
                <span className={styles.count}>
                  <span aria-hidden="true">{formatNumber(count)}</span>
                  <span className="screen-reader-only">, {formatCount(count, 'claim')}</span>
                </span>
              </button>
            </li>
          );
        })}
        {withoutSource > 0 && (
          <li className={styles.none}>
            <span className="source-number source-none" aria-hidden="true">
              –
            </span>
            No source{' '}
            <span className={styles.count}>
              <span aria-hidden="true">{formatNumber(withoutSource)}</span>
              <span className="screen-reader-only">, {formatCount(withoutSource, 'claim')}</span>
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}
