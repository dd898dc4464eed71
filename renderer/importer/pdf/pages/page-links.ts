import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { parseUrl } from '../../../../shared/domain/url';
import type { GlyphRun } from './glyph-run';

/** A link over text: its rectangle on the page as it is shown, in points from the top left. */
interface PageLink {
  href: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Reads the addresses that a page links to, and the rectangles of the links. */
export async function readPageLinks(page: PDFPageProxy, viewport: PageViewport): Promise<PageLink[]> {
  const annotations: { unsafeUrl?: unknown; rect?: unknown }[] = await page.getAnnotations();
  return annotations.flatMap(({ unsafeUrl, rect }) => {
    const href = typeof unsafeUrl === 'string' ? parseUrl(unsafeUrl) : null;
    if (href === null || !Array.isArray(rect)) return [];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle(rect);
    return [
      {
        href,
        left: Math.min(x1, x2),
        top: Math.min(y1, y2),
        right: Math.max(x1, x2),
        bottom: Math.max(y1, y2),
      },
    ];
  });
}

/** Splits a run where a link begins or ends in it, assuming that characters are equally wide and that whole words are linked. */
export function splitAtLinks(run: GlyphRun, links: readonly PageLink[]): GlyphRun[] {
  const middle = run.baseline - run.size * 0.3;
  const link = links.find(
    ({ left, right, top, bottom }) =>
      top < middle && middle < bottom && left < run.right - 1 && run.left + 1 < right,
  );
  const width = run.right - run.left;
  if (!link || width <= 0) return [run];
  const offsetAt = (x: number) => Math.round(((x - run.left) / width) * run.text.length);
  const start = findNearestWordBoundary(run.text, offsetAt(link.left));
  const end = findNearestWordBoundary(run.text, offsetAt(link.right));
  if (start >= end) return [run];
  return [
    sliceRun(run, 0, start),
    sliceRun({ ...run, style: { ...run.style, href: link.href } }, start, end),
    ...splitAtLinks(
      sliceRun(run, end, run.text.length),
      links.filter((other) => other !== link),
    ),
  ].filter(({ text }) => text.trim() !== '');
}

function sliceRun(run: GlyphRun, start: number, end: number): GlyphRun {
  const characterWidth = (run.right - run.left) / run.text.length;
  return {
    ...run,
    text: run.text.slice(start, end),
    left: run.left + characterWidth * start,
    right: run.left + characterWidth * end,
    hasSpaceBefore: start === 0 ? run.hasSpaceBefore : /^\s/.test(run.text.slice(start - 1)),
  };
}

function findNearestWordBoundary(text: string, offset: number): number {
  const boundaries = Array.from(text.matchAll(/(?<=\s)\S|(?<=\S)\s/g), ({ index }) => index);
  return [0, text.length, ...boundaries].reduce((best, boundary) =>
    Math.abs(boundary - offset) < Math.abs(best - offset) ? boundary : best,
  );
}
