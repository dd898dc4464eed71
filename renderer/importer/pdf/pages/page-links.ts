import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { parseUrl } from '../../../../shared/domain/url';
import type { Piece } from './piece';

/** A link over words: its rectangle as the page is shown, in points from the top left. */
export interface PageLink {
  href: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The addresses that a page links to, with where. */
export async function pageLinks(page: PDFPageProxy, viewport: PageViewport): Promise<PageLink[]> {
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

/** The piece, cut where a link over part of it begins and ends. Letters are taken to be equally wide, and words to be linked whole. */
export function linked(piece: Piece, links: readonly PageLink[]): Piece[] {
  const middle = piece.y - piece.size * 0.3;
  const link = links.find(
    ({ left, right, top, bottom }) =>
      top < middle && middle < bottom && left < piece.right - 1 && piece.left + 1 < right,
  );
  const width = piece.right - piece.left;
  if (!link || width <= 0) return [piece];
  const at = (x: number) => Math.round(((x - piece.left) / width) * piece.text.length);
  const start = wordBorder(piece.text, at(link.left));
  const end = wordBorder(piece.text, at(link.right));
  if (start >= end) return [piece];
  return [
    cut(piece, 0, start),
    cut({ ...piece, look: { ...piece.look, href: link.href } }, start, end),
    ...linked(
      cut(piece, end, piece.text.length),
      links.filter((other) => other !== link),
    ),
  ].filter(({ text }) => text.trim() !== '');
}

function cut(piece: Piece, start: number, end: number): Piece {
  const letter = (piece.right - piece.left) / piece.text.length;
  return {
    ...piece,
    text: piece.text.slice(start, end),
    left: piece.left + letter * start,
    right: piece.left + letter * end,
    spaced: start === 0 ? piece.spaced : /^\s/.test(piece.text.slice(start - 1)),
  };
}

/** The nearest border of a word. */
function wordBorder(text: string, at: number): number {
  const borders = Array.from(text.matchAll(/(?<=\s)\S|(?<=\S)\s/g), ({ index }) => index);
  return [0, text.length, ...borders].reduce((best, border) =>
    Math.abs(border - at) < Math.abs(best - at) ? border : best,
  );
}
