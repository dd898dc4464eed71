import { at } from '../../../../shared/text/sequences/at';
import { joinFragmentTexts, type LineFragment } from '../pages/line-fragments';
import type { PageText } from '../pages/page-text';

const romanNumber = /^[ivxlc]+$/i;
const number = /\d+/g;
const pageWord = /(?:page|pages|seite|página|pagina|pág\.|pag\.|p\.|pp\.|s\.|blatt|sheet)\s*$/iu;
const pageTotal = /^\s*(?:\/|of|von|de|sur|di)\s*\d/iu;

/** A number in a line at the edge of a page. */
interface Figure {
  value: number;
  /** Whether it stands where a page number may stand: at an end of the line, or as in "Page 3 of 9". */
  mayBePageNumber: boolean;
}

/** The text of a line in lower case, with `#` in place of each number. */
function removeFigures(text: string): string {
  return romanNumber.test(text) ? '#' : text.toLowerCase().replace(number, '#');
}

/** The numbers in the text of a line that `#` stands for, in order. */
function findFigures(text: string): Figure[] {
  return Array.from(text.matchAll(number), ({ 0: digits, index }) => {
    const [before, after] = [text.slice(0, index), text.slice(index + digits.length)];
    const isAtEnd = !/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(after);
    return {
      value: Number(digits),
      mayBePageNumber: isAtEnd || pageWord.test(before) || pageTotal.test(after),
    };
  });
}

/** Whether the numbers of a line and those of the same line some pages later are equal, or grow by as many. */
export function areRunningFigures(
  figures: readonly Figure[],
  later: readonly Figure[],
  pageDistance: number,
): boolean {
  return figures.every(({ value, mayBePageNumber }, index) => {
    const growth = (later[index]?.value ?? Number.NaN) - value;
    return growth === 0 || (mayBePageNumber && growth === pageDistance);
  });
}

/** A line at the top or the bottom of a page, over its whole width. */
export interface EdgeLine {
  fragments: LineFragment[];
  text: string;
  /** The text in lower case, with `#` in place of each number. */
  digitlessText: string;
  /** The numbers in the text that `#` stands for, in order. */
  figures: Figure[];
  baseline: number;
  size: number;
  isTop: boolean;
  isOutermost: boolean;
  /** Whether the next line inwards is further away than the lines of the page are from each other. */
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

/** How much wider than the usual distance between lines the gap is that sets a line apart. In font sizes: the narrowest. */
const minGapRatio = 1.25;
const minGap = 1.5;

export function findEdgeLines({ fragments, height }: PageText): PageEdges {
  const rows: LineFragment[][] = [];
  for (const fragment of fragments.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && fragment.baseline - last.baseline <= 0.4 * Math.min(fragment.size, last.size))
      row.push(fragment);
    else rows.push([fragment]);
  }
  const leading = measureLeading(rows);
  const buildEdge = (inwards: LineFragment[][], isTop: boolean) =>
    inwards
      .slice(0, maxEdgeLines)
      .map((row, index) =>
        buildEdgeLine(row, inwards[index + 1], {
          leading,
          isTop,
          isOutermost: index === 0,
          isAlone: rows.length === 1,
        }),
      )
      .filter(({ baseline }) =>
        isTop ? baseline < height * maxEdgeShare : baseline > height * (1 - maxEdgeShare),
      );
  return { top: buildEdge(rows, true), bottom: buildEdge(rows.toReversed(), false) };
}

/** The usual distance between the lines of a page, in points; 0 on a page with few. The first and last line count for none. */
function measureLeading(rows: readonly LineFragment[][]): number {
  const baselines = rows.slice(1, -1).map(([first]) => first?.baseline ?? 0);
  const distances = baselines.slice(1).map((baseline, index) => baseline - at(baselines, index));
  return distances.toSorted((a, b) => a - b)[distances.length >> 1] ?? 0;
}

interface EdgePosition {
  /** The usual distance between the lines of the page. */
  leading: number;
  isTop: boolean;
  isOutermost: boolean;
  /** Whether the page has no other line. */
  isAlone: boolean;
}

/** `row` holds at least one fragment; `nextInwards` is the row after it as seen from the edge. */
function buildEdgeLine(
  row: LineFragment[],
  nextInwards: LineFragment[] | undefined,
  { leading, isTop, isOutermost, isAlone }: EdgePosition,
): EdgeLine {
  const fragments = row.toSorted((a, b) => a.left - b.left);
  const text = joinFragmentTexts(fragments);
  const { baseline } = at(fragments, 0);
  const size = fragments.reduce((largest, fragment) => Math.max(largest, fragment.size), 0);
  const next = nextInwards?.[0];
  const distance = next ? Math.abs(next.baseline - baseline) : 0;
  return {
    fragments,
    text,
    digitlessText: removeFigures(text),
    figures: findFigures(text),
    baseline,
    size,
    isTop,
    isOutermost,
    isSetApart:
      isAlone || distance > Math.max(minGap * Math.max(size, next?.size ?? 0), minGapRatio * leading),
    isArtifact: fragments.every(({ glyphRuns }) => glyphRuns.every(({ isArtifact }) => isArtifact)),
  };
}
