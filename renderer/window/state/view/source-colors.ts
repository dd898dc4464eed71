import { createContext, useContext, useMemo } from 'react';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { isolate } from '#shared/text/format/wording.ts';
import { usePreferences } from '../base/preferences.ts';
import { useSession, useTable } from '../review/use-session.ts';

/** The number of colours in `marks.css`; further sources begin again with the first. */
export const colorCount = 10;

/** The place of each source among those of the article, in the order in which they were added. */
export type SourceColors = ReadonlyMap<string, number>;

/** The colours of sources while claims are coloured by them; null while they are coloured by verdict. */
export const SourceColorsContext = createContext<SourceColors | null>(null);

/** The value of `SourceColorsContext`. Marking a claim leaves it as it is. */
export function useSourceColorsValue(): SourceColors | null {
  const { review } = useSession();
  const isBySource = usePreferences(({ claimColoring }) => claimColoring === 'source');
  const revision = useTable('sources');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table changes in place, and the revision with it
  return useMemo(
    () => (isBySource ? new Map([...review.sources.keys()].map((id, index) => [id, index])) : null),
    [review, isBySource, revision],
  );
}

interface SourceLook {
  /** The class of the colour, and a second one when there are several sources. */
  className: string;
  /** The number of the source whose colour it is, as in the legend; null without a source. */
  number: number | null;
  /** "source: “Annual report” and 1 more". */
  description: string;
}

function getColorName(index: number | undefined): string {
  return index === undefined ? 'source-none' : `source-${index % colorCount}`;
}

/** The sources of a claim, that which was added to the article first at the beginning. */
function listSourceIds(review: Review, claimId: string, colors: SourceColors): string[] {
  const ids = new Set(findReferrers(review, `claims/${claimId}`, 'evidence').map(({ sourceId }) => sourceId));
  return [...ids].sort((a, b) => (colors.get(a) ?? 0) - (colors.get(b) ?? 0));
}

/** How a claim looks by its sources: in the colour of the first one. */
export function getSourceLook(review: Review, claimId: string, colors: SourceColors): SourceLook {
  const [first, ...others] = listSourceIds(review, claimId, colors);
  const title = review.sources.get(first ?? '')?.title;
  if (first === undefined || title === undefined)
    return { className: getColorName(undefined), number: null, description: 'no source' };
  const more = others.length === 0 ? '' : ` and ${formatCount(others.length, 'more', 'more')}`;
  return {
    className: `${getColorName(colors.get(first))}${others.length > 0 ? ' several-sources' : ''}`,
    number: (colors.get(first) ?? 0) + 1,
    description: `source: “${isolate(title)}”${more}`,
  };
}

/** The name of the colour in which a claim is drawn by its sources: a class, and a token with two hyphens before it. */
export function getSourceColorName(review: Review, claimId: string, colors: SourceColors): string {
  const [first] = listSourceIds(review, claimId, colors);
  return getColorName(colors.get(first ?? ''));
}

/** How a claim looks by its sources; null while claims are coloured by verdict. */
export function useSourceLook(review: Review, claimId: string): SourceLook | null {
  const colors = useContext(SourceColorsContext);
  return colors && getSourceLook(review, claimId, colors);
}

/** The class of a source's own colour, and its number in the legend. */
export function getSourceBadge(
  sourceId: string,
  colors: SourceColors,
): { className: string; number: number } {
  const index = colors.get(sourceId) ?? 0;
  return { className: getColorName(index), number: index + 1 };
}

/** The badge of a source; null while claims are coloured by verdict. */
export function useSourceBadge(sourceId: string): { className: string; number: number } | null {
  const colors = useContext(SourceColorsContext);
  return colors && getSourceBadge(sourceId, colors);
}

/** How many of the claims have the colour of each source, in the order of the sources. Sources without such a claim are left out. */
export function countClaimsByColor(
  review: Review,
  claimIds: ReadonlySet<string>,
  colors: SourceColors,
): Map<string, number> {
  const firstSources = new Map<string, string>();
  for (const { claimId, sourceId } of review.evidence.values()) {
    if (!claimIds.has(claimId)) continue;
    const first = firstSources.get(claimId);
    if (first === undefined || (colors.get(sourceId) ?? 0) < (colors.get(first) ?? 0))
      firstSources.set(claimId, sourceId);
  }
  const counts = new Map<string, number>();
  for (const sourceId of firstSources.values()) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (colors.get(a) ?? 0) - (colors.get(b) ?? 0)));
}
