import { at } from '../../../../shared/text/sequences/at';
import { groupBy } from '../../../../shared/text/sequences/group-by';
import { joinFragmentTexts, type LineFragment, type PageText } from '../pages/page-text';
import {
  areRunningFigures,
  type EdgeLine,
  findEdgeLines,
  namesPageNumber,
  type PageEdges,
  PageNumbering,
  parsePageNumber,
} from './edge-lines';

/** Finds rotated text that several pages have at the same position. */
function findWatermarks(pages: readonly PageText[]): { fragment: LineFragment; pageNumber: number }[] {
  const askew = pages.flatMap(({ rotated, pageNumber }) =>
    rotated
      .flatMap(({ isAskew, fragments }) => (isAskew ? fragments : []))
      .map((fragment) => ({ fragment, pageNumber })),
  );
  const groups = groupBy(askew, ({ fragment }) => {
    const [column, row] = [fragment.left, fragment.baseline].map((place) => Math.round(place / 10));
    return `${column} ${row} ${joinFragmentTexts([fragment])}`;
  });
  return [...groups.values()].filter((group) => group.length > 1).flat();
}

/** In points: how far a running line may be from its position on another page. */
const positionTolerance = 3;
/** How many pages before and after a page are searched for the same line. */
const maxPageDistance = 4;
/** A file that marks a larger share of its glyph runs as artifacts is not believed. */
const maxArtifactShare = 0.3;

/** A line that is no part of the text. */
export interface RunningLine {
  text: string;
  pageNumber: number;
  /** Whether it stands above the text of its page. */
  isTop: boolean;
}

/**
 * Finds the running heads and feet and the page numbers, which are no part of the text: lines at the top and bottom edges of
 * pages, set apart from the text, that other pages have at the same position. Their numbers are the same there, or grow with
 * the page number.
 */
export function findRunningLines(pages: readonly PageText[]): {
  fragments: Set<LineFragment>;
  lines: RunningLine[];
} {
  const edges = pages.map(findEdgeLines);
  const numbering = new PageNumbering(edges);
  const areArtifactsReliable = getArtifactShare(pages) < maxArtifactShare;
  const fragments = new Set<LineFragment>();
  const lines: RunningLine[] = [];
  for (const [pageIndex, { top, bottom }] of edges.entries()) {
    const isRunning = (line: EdgeLine) =>
      (areArtifactsReliable && line.isArtifact) || isRunningLine(line, pageIndex, edges, numbering);
    for (const edge of [top, bottom])
      for (const line of takeRunningLines(edge, isRunning)) {
        lines.push({ text: line.text, pageNumber: at(pages, pageIndex).pageNumber, isTop: line.isTop });
        for (const fragment of line.fragments) fragments.add(fragment);
      }
  }
  for (const { fragment, pageNumber } of findWatermarks(pages)) {
    lines.push({ text: joinFragmentTexts([fragment]), pageNumber, isTop: false });
    fragments.add(fragment);
  }
  return { fragments, lines };
}

function getArtifactShare(pages: readonly PageText[]): number {
  const runs = pages.flatMap(({ fragments }) => fragments.flatMap(({ glyphRuns }) => glyphRuns));
  return runs.filter(({ isArtifact }) => isArtifact).length / Math.max(runs.length, 1);
}

/**
 * Takes running lines from the edge inwards until another line comes. The outermost line may be another one if a page number
 * follows. The innermost one is set apart from the text: rows of a table that resemble each other are not.
 */
function takeRunningLines(inwards: readonly EdgeLine[], isRunning: (line: EdgeLine) => boolean): EdgeLine[] {
  const running: EdgeLine[] = [];
  for (const [index, line] of inwards.entries()) {
    const outer = inwards[index - 1];
    const isNear = !outer || Math.abs(line.baseline - outer.baseline) < 3 * Math.max(line.size, outer.size);
    if (isNear && isRunning(line)) running.push(line);
    else if (index > 0 || !isPageNumber(inwards[1])) break;
  }
  const isSeparated = ({ isSetApart, isArtifact }: EdgeLine) => isSetApart || isArtifact;
  return running.slice(0, running.findLastIndex(isSeparated) + 1);
}

function isPageNumber(line: EdgeLine | undefined): boolean {
  return line !== undefined && parsePageNumber(line.text) !== null;
}

function isRunningLine(
  line: EdgeLine,
  pageIndex: number,
  edges: readonly PageEdges[],
  numbering: PageNumbering,
): boolean {
  const number = parsePageNumber(line.text);
  if (number !== null)
    return (
      numbering.matches(number, pageIndex) ||
      (!numbering.isNumbered && (edges.length === 1 || number === pageIndex + 1) && isLonePageNumber(line))
    );
  const isOuterLine = line.isOutermost && line.isSetApart && line.text.length < 120;
  const hasNumber =
    numbering.isAtLineEnd(line.text, pageIndex) ||
    (pageIndex > 0 && namesPageNumber(line.text, pageIndex, edges.length));
  return (isOuterLine && hasNumber) || isRepeated(line, pageIndex, edges);
}

/** A number in digits at the very edge, as on a single page. A Roman number may be that of a chapter. */
function isLonePageNumber({ isOutermost, isSetApart, text }: EdgeLine): boolean {
  return isOutermost && isSetApart && /\d/.test(text);
}

/** Whether a page nearby has the same line at the same position; a page number in it may differ. */
function isRepeated(line: EdgeLine, pageIndex: number, edges: readonly PageEdges[]): boolean {
  if (!/\p{L}/u.test(line.digitlessText)) return false;
  const first = Math.max(0, pageIndex - maxPageDistance);
  const last = Math.min(edges.length - 1, pageIndex + maxPageDistance);
  for (let other = first; other <= last; other += 1) {
    if (other === pageIndex) continue;
    const { top, bottom } = at(edges, other);
    const isSameLine = ({ digitlessText, figures, baseline }: EdgeLine) =>
      digitlessText === line.digitlessText &&
      Math.abs(baseline - line.baseline) <= positionTolerance &&
      areRunningFigures(line.figures, figures, other - pageIndex);
    if ((line.isTop ? top : bottom).some(isSameLine)) return true;
  }
  return false;
}
