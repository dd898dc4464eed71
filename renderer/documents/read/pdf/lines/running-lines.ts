import { groupNeighbours } from '#renderer/documents/read/base/group-neighbours.ts';
import { at } from '#shared/text/sequences/at.ts';
import { groupBy } from '#shared/text/sequences/group-by.ts';
import { joinFragmentTexts, type LineFragment, type PageText } from '../pages/page-text.ts';

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
function areRunningFigures(
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
interface EdgeLine {
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
interface PageEdges {
  top: EdgeLine[];
  bottom: EdgeLine[];
}

/** Lines that are considered at each edge, and the share of the page's height in which they lie. */
const maxEdgeLines = 4;
const maxEdgeShare = 0.2;

/** How much wider than the usual distance between lines the gap is that sets a line apart. In font sizes: the narrowest. */
const minGapRatio = 1.25;
const minGap = 1.5;

function findEdgeLines({ fragments, height }: PageText): PageEdges {
  const rows = groupNeighbours(
    fragments.toSorted((a, b) => a.baseline - b.baseline),
    (last, next) => next.baseline - last.baseline <= 0.4 * Math.min(next.size, last.size),
  );
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

const pageNumber =
  /^\W*(?:page|seite|pagina|página|pág\.?|p\.|s\.)?\s*(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|\||of|von|de|sur|di)\s*\d{1,4})?\W*$/iu;
const numberAtLineEnd = /^(\d{1,4})\b|\b(\d{1,4})$/g;
const romanDigits: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The page number of a line that says nothing else, in Arabic or Roman digits; null for any other line. */
function parsePageNumber(text: string): number | null {
  const [, digits = ''] = pageNumber.exec(text) ?? [];
  if (digits === '') return null;
  return /^\d/.test(digits) ? Number(digits) : parseRoman(digits);
}

function parseRoman(digits: string): number {
  const values = [...digits.toLowerCase()].map((digit) => romanDigits[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** A number as pages are numbered amid a running line: "– 2 –", "Page 2 | The Gull", "2 of 3". */
const numberAmidLine =
  /[-–—]\s?(\d{1,4})\s?[-–—](?!\d)|(?:[Pp]age|PAGE|[Ss]eite|[Pp]agina|[Pp]ágina)\s(\d{1,4})(?!\d|\s\p{Ll})|\b(\d{1,4})\s(?:of|von|de|sur|di)\s(\d{1,4})\b/gu;

/**
 * Whether a line names the number of its page, counted from the first one of the file, as only running lines do: "2 of 3" only in a
 * file of three pages.
 */
export function namesPageNumber(text: string, pageIndex: number, pageCount: number): boolean {
  return Array.from(text.matchAll(numberAmidLine)).some(([, inDashes, behindWord, numberOfTotal, total]) => {
    const number = Number(inDashes ?? behindWord ?? numberOfTotal);
    return number === pageIndex + 1 && (total === undefined || Number(total) === pageCount);
  });
}

/**
 * How the pages of a document are numbered, worked out from the numbers at their edges: pages are numbered when the offset from
 * page index to page number is the same on enough of them.
 */
class PageNumbering {
  /** How many pages have a number at each offset from their index. */
  readonly #pagesByOffset = new Map<number, number>();

  /** The least pages that have to agree: two may do so by chance. */
  readonly #minPages: number;

  constructor(pages: readonly PageEdges[]) {
    this.#minPages = Math.max(2, pages.length * 0.2);
    for (const [index, { top, bottom }] of pages.entries()) {
      const offsets = [...top, ...bottom].flatMap(({ text }) =>
        findNumbers(text).map((number) => number - index),
      );
      for (const offset of new Set(offsets))
        this.#pagesByOffset.set(offset, (this.#pagesByOffset.get(offset) ?? 0) + 1);
    }
  }

  /** Whether the pages are numbered at all. */
  get isNumbered(): boolean {
    return [...this.#pagesByOffset.values()].some((pages) => pages >= this.#minPages);
  }

  /** Whether the number of a page (its index counts from 0) fits the numbers of other pages. */
  matches(number: number, pageIndex: number): boolean {
    return (this.#pagesByOffset.get(number - pageIndex) ?? 0) >= this.#minPages;
  }

  /** Whether a line begins or ends with the number of its page. */
  isAtLineEnd(text: string, pageIndex: number): boolean {
    return findNumbers(text).some((number) => this.matches(number, pageIndex));
  }
}

function findNumbers(text: string): number[] {
  const number = parsePageNumber(text);
  if (number !== null) return [number];
  return Array.from(text.matchAll(numberAtLineEnd), ([match]) => Number(match));
}

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
