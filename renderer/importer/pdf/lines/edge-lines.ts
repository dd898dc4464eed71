import { at } from '../../../../shared/text/sequences/at';
import type { PageText } from '../pages/read-pages';
import { joinFragmentTexts, type LineFragment } from './line-fragments';

/** A line at the top or the bottom of a page, over its whole width. */
export interface EdgeLine {
  fragments: LineFragment[];
  text: string;
  /** The text in lower case, with `#` in place of each number. */
  digitlessText: string;
  baseline: number;
  size: number;
  isTop: boolean;
  isOutermost: boolean;
  /** Whether the next line inwards is further away than lines of a paragraph are. */
  isSetApart: boolean;
  /** Whether the file marks it as no content of the page. */
  isArtifact: boolean;
}

/** The lines at both edges of a page, from the edge inwards. */
export interface PageEdges {
  top: EdgeLine[];
  bottom: EdgeLine[];
}

/** Lines that are considered at each edge, and the share of the page's height in which they lie. */
const maxEdgeLines = 4;
const maxEdgeShare = 0.2;

const romanNumber = /^[ivxlc]+$/i;

export function findEdgeLines({ fragments, height }: PageText): PageEdges {
  const rows: LineFragment[][] = [];
  for (const fragment of fragments.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && fragment.baseline - last.baseline <= 0.4 * Math.min(fragment.size, last.size))
      row.push(fragment);
    else rows.push([fragment]);
  }
  const buildEdge = (inwards: LineFragment[][], isTop: boolean) =>
    inwards
      .slice(0, maxEdgeLines)
      .map((row, index) => buildEdgeLine(row, inwards[index + 1], isTop, index === 0))
      .filter(({ baseline }) =>
        isTop ? baseline < height * maxEdgeShare : baseline > height * (1 - maxEdgeShare),
      );
  return { top: buildEdge(rows, true), bottom: buildEdge(rows.toReversed(), false) };
}

/** `row` holds at least one fragment; `nextInwards` is the row after it as seen from the edge. */
function buildEdgeLine(
  row: LineFragment[],
  nextInwards: LineFragment[] | undefined,
  isTop: boolean,
  isOutermost: boolean,
): EdgeLine {
  const fragments = row.toSorted((a, b) => a.left - b.left);
  const text = joinFragmentTexts(fragments);
  const { baseline } = at(fragments, 0);
  const size = fragments.reduce((largest, fragment) => Math.max(largest, fragment.size), 0);
  const distance = Math.abs((nextInwards?.[0]?.baseline ?? Number.POSITIVE_INFINITY) - baseline);
  return {
    fragments,
    text,
    digitlessText: romanNumber.test(text) ? '#' : text.toLowerCase().replace(/\d+/g, '#'),
    baseline,
    size,
    isTop,
    isOutermost,
    isSetApart: distance > 1.5 * Math.max(size, nextInwards?.[0]?.size ?? 0),
    isArtifact: fragments.every(({ glyphRuns }) => glyphRuns.every(({ isArtifact }) => isArtifact)),
  };
}
