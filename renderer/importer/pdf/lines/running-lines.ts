import { type EdgeLine, edgeLinesOf, type PageOfStrips } from './edge-lines';
import { PageNumbers, readPageNumber } from './page-numbers';
import type { Strip } from './strips';

/** In points: how far the same line may be from its place on another page. */
const sway = 3;
/** Pages on which a line must be found again, near the page where it is. */
const reach = 4;
/** A file that calls more of its pieces no content than this share is not to be believed. */
const mostArtifacts = 0.3;

/**
 * The strips that are no part of the running text: page numbers, and heads and feet, which stand at the same place on
 * several pages with the same words but for their figures. Only lines at the top and the foot of pages are asked.
 */
export function runningStrips(pages: readonly PageOfStrips[]): { strips: Set<Strip>; lines: number } {
  const edges = pages.map(edgeLinesOf);
  const numbers = new PageNumbers(edges);
  const tellsArtifacts = artifactShare(pages) < mostArtifacts;
  const strips = new Set<Strip>();
  let lines = 0;
  for (const [at, edge] of edges.entries())
    for (const side of [edge.top, edge.foot])
      for (const line of outermost(
        side,
        (one) => (tellsArtifacts && one.isArtifact) || isRunning(one, at, edges, numbers),
      )) {
        lines += 1;
        for (const strip of line.strips) strips.add(strip);
      }
  return { strips, lines };
}

function hasNumber(line: EdgeLine | undefined): boolean {
  return line !== undefined && readPageNumber(line.text) !== null;
}

function artifactShare(pages: readonly PageOfStrips[]): number {
  const pieces = pages.flatMap(({ strips }) => strips.flatMap((strip) => strip.pieces));
  return pieces.filter(({ artifact }) => artifact).length / Math.max(pieces.length, 1);
}

/** The lines from the edge inwards for as long as they are running; one without a page number may stand outside of that. */
function outermost(lines: readonly EdgeLine[], runs: (line: EdgeLine) => boolean): EdgeLine[] {
  const found: EdgeLine[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const near = !before || Math.abs(line.y - before.y) < 3 * Math.max(line.size, before.size);
    if (near && runs(line)) found.push(line);
    else if (at > 0 || !hasNumber(lines[1])) break;
  }
  return found;
}

function isRunning(
  line: EdgeLine,
  at: number,
  edges: readonly { top: EdgeLine[]; foot: EdgeLine[] }[],
  numbers: PageNumbers,
): boolean {
  const number = readPageNumber(line.text);
  if (number !== null) return numbers.fits(number, at) || (!numbers.areFound && isLoneNumber(line));
  if (line.isOutermost && line.isApart && line.text.length < 120 && numbers.stands(line.text, at))
    return true;
  return isRepeated(line, at, edges);
}

/** A figure at the very edge, as on a single page; a Roman one may be the number of a chapter. */
function isLoneNumber({ isOutermost, isApart, text }: EdgeLine): boolean {
  return isOutermost && isApart && /\d/.test(text);
}

/** Whether a page nearby has the line at the same place, its figures apart. */
function isRepeated(
  line: EdgeLine,
  at: number,
  edges: readonly { top: EdgeLine[]; foot: EdgeLine[] }[],
): boolean {
  if (!/\p{L}/u.test(line.key)) return false;
  for (let other = Math.max(0, at - reach); other <= Math.min(edges.length - 1, at + reach); other += 1) {
    const edge = edges[other];
    if (other === at || !edge) continue;
    const side = line.isTop ? edge.top : edge.foot;
    if (side.some(({ key, y }) => key === line.key && Math.abs(y - line.y) <= sway)) return true;
  }
  return false;
}
