import { textOfStrips } from './strip-text';
import type { Strip } from './strips';

export interface PageOfStrips {
  /** Counted from 1. */
  page: number;
  width: number;
  height: number;
  strips: Strip[];
}

/** A line at the top or the foot of a page, over its whole width. */
export interface EdgeLine {
  strips: Strip[];
  text: string;
  /** The text in lower case without its figures. */
  key: string;
  y: number;
  size: number;
  isTop: boolean;
  isOutermost: boolean;
  /** Whether the next line inwards is further away than lines of a paragraph are. */
  isApart: boolean;
  /** Whether the file says that it is no content. */
  isArtifact: boolean;
}

/** Lines that are asked at each edge, and the part of the page's height that they may take. */
const most = 4;
const share = 0.2;

const roman = /^[ivxlc]+$/i;

/** The lines at the top and at the foot of a page, from the edge inwards. */
export function edgeLinesOf({ strips, height }: PageOfStrips): { top: EdgeLine[]; foot: EdgeLine[] } {
  const rows: Strip[][] = [];
  for (const strip of strips.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && strip.y - last.y <= 0.4 * Math.min(strip.size, last.size)) row.push(strip);
    else rows.push([strip]);
  }
  const side = (lines: Strip[][], isTop: boolean) =>
    lines
      .slice(0, most)
      .map((row, at) => edgeLine(row, lines[at + 1], isTop, at === 0))
      .filter(({ y }) => (isTop ? y < height * share : y > height * (1 - share)));
  return { top: side(rows, true), foot: side(rows.toReversed(), false) };
}

function edgeLine(row: Strip[], inner: Strip[] | undefined, isTop: boolean, isOutermost: boolean): EdgeLine {
  const strips = row.toSorted((a, b) => a.left - b.left);
  const text = textOfStrips(strips);
  const y = strips[0]?.y ?? 0;
  const size = strips.reduce((largest, strip) => Math.max(largest, strip.size), 0);
  const distance = Math.abs((inner?.[0]?.y ?? Number.POSITIVE_INFINITY) - y);
  return {
    strips,
    text,
    key: roman.test(text) ? '#' : text.toLowerCase().replace(/\d+/g, '#'),
    y,
    size,
    isTop,
    isOutermost,
    isApart: distance > 1.5 * Math.max(size, inner?.[0]?.size ?? 0),
    isArtifact: strips.every(({ pieces }) => pieces.every(({ artifact }) => artifact)),
  };
}
