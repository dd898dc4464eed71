import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { parseUrl } from '../../../../shared/domain/primitives';
import type { GlyphRun } from './glyph-run';
import { type PageRectangle, type PdfAnnotation, toPageRectangle } from './page-annotations';

/**
 * Marks the words of runs that lie in a rectangle: runs are split where it begins or ends, assuming that characters are equally
 * wide and that whole words are meant.
 */
export function markWords(
  runs: readonly GlyphRun[],
  rectangle: PageRectangle,
  mark: (run: GlyphRun) => GlyphRun,
): GlyphRun[] {
  return runs.flatMap((run) => {
    if (!isTouched(run, rectangle)) return [run];
    const offsets = [rectangle.left, rectangle.right].map((x) =>
      findNearestWordBoundary(run.text, getOffset(run, x)),
    );
    return splitRun(run, Math.min(...offsets), Math.max(...offsets), mark);
  });
}

/** In font sizes: how far the middle of a line may be from a point that is on it. */
const maxPointDistance = 0.8;

/** Marks the one word at a point, or right before it, on the line next to the point; nothing when there is none. */
export function markWordAt(
  runs: readonly GlyphRun[],
  { x, y }: { x: number; y: number },
  mark: (run: GlyphRun) => GlyphRun,
): GlyphRun[] {
  const getDistance = ({ baseline, size }: GlyphRun) => Math.abs(getMiddle({ baseline, size }) - y);
  const [nearest] = runs
    .filter((run) => run.left - run.size / 2 < x && x < run.right + run.size / 2)
    .filter((run) => getDistance(run) <= maxPointDistance * run.size)
    .toSorted((a, b) => getDistance(a) - getDistance(b));
  if (!nearest) return [...runs];
  const { text } = nearest;
  const offset = Math.max(0, Math.min(text.length, getOffset(nearest, x)));
  const start = /\S*\s*$/.exec(text.slice(0, offset))?.index ?? 0;
  const end = start + (/^\s*\S+/.exec(text.slice(start))?.[0].length ?? 0);
  return runs.flatMap((run) => (run === nearest ? splitRun(run, start, end, mark) : [run]));
}

/** The height of the middle of small letters. */
function getMiddle({ baseline, size }: { baseline: number; size: number }): number {
  return baseline - size * 0.3;
}

function isTouched(run: GlyphRun, { left, right, top, bottom }: PageRectangle): boolean {
  const middle = getMiddle(run);
  return top < middle && middle < bottom && left < run.right - 1 && run.left + 1 < right;
}

/** The offset into the text of a run at a position of the page. It counts from the right in Hebrew and Arabic. */
function getOffset({ text, left, right, isRtl }: GlyphRun, x: number): number {
  const share = right > left ? (x - left) / (right - left) : 0;
  return Math.round((isRtl ? 1 - share : share) * text.length);
}

function splitRun(run: GlyphRun, start: number, end: number, mark: (run: GlyphRun) => GlyphRun): GlyphRun[] {
  if (start >= end) return [run];
  const parts = [
    sliceRun(run, 0, start),
    mark(sliceRun(run, start, end)),
    sliceRun(run, end, run.text.length),
  ];
  return parts.filter(({ text }) => text.trim() !== '');
}

function sliceRun(run: GlyphRun, start: number, end: number): GlyphRun {
  const width = (run.right - run.left) / run.text.length;
  const [before, after] = run.isRtl ? [run.text.length - end, start] : [start, run.text.length - end];
  return {
    ...run,
    text: run.text.slice(start, end),
    left: run.left + width * before,
    right: run.right - width * after,
    hasSpaceBefore: start === 0 ? run.hasSpaceBefore : /^\s/.test(run.text.slice(start - 1)),
  };
}

function findNearestWordBoundary(text: string, offset: number): number {
  const boundaries = Array.from(text.matchAll(/(?<=\s)\S|(?<=\S)\s/g), ({ index }) => index);
  return [0, text.length, ...boundaries].reduce((best, boundary) =>
    Math.abs(boundary - offset) < Math.abs(best - offset) ? boundary : best,
  );
}

/** A link over text. */
interface PageLink extends PageRectangle {
  href: string;
}

/** Lists the addresses that a page links to, and the rectangles of the links. */
export function listPageLinks(annotations: readonly PdfAnnotation[], viewport: PageViewport): PageLink[] {
  return annotations.flatMap(({ unsafeUrl, rect }) => {
    const href = unsafeUrl ? parseUrl(unsafeUrl) : null;
    return href === null ? [] : [{ href, ...toPageRectangle(rect, viewport) }];
  });
}

export function markLink(runs: readonly GlyphRun[], link: PageLink): readonly GlyphRun[] {
  return markWords(runs, link, (run) => ({
    ...run,
    style: { ...run.style, href: run.style.href ?? link.href },
  }));
}
