import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FontFaces } from './font-faces';
import { type ContentItem, contentOf } from './open-pdf';
import { linked, pageLinks } from './page-links';
import type { Piece, Sheet } from './piece';

/** Quarter turns clockwise: a piece that runs downwards has made one. */
const turns = [0, 1, 2, 3];

/** A piece as the page is shown, not yet turned upright, and how far it is turned. */
interface Placed {
  piece: Omit<Piece, 'left' | 'right' | 'y'>;
  turn: number;
  x: number;
  y: number;
  length: number;
}

const nothingSeen = /[\p{Cc}\s]+/gu;

/**
 * What a page says, as sheets of pieces that run in the same direction, the one with the most letters first. What is set
 * askew, as watermarks are, is no part of it.
 */
export async function sheetsOf(page: PDFPageProxy, faces: FontFaces): Promise<Sheet[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, vertical } = await contentOf(page, true);
  const fonts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.fontName] : []));
  await faces.learn(page, new Set(fonts));
  const placed = placedOf(items, viewport, vertical, faces);
  const links = placed.length > 0 ? await pageLinks(page, viewport) : [];
  const sheets = turns.map((turn): Sheet => {
    const pieces = placed.filter((one) => one.turn === turn).map((one) => upright(one, viewport));
    const { width, height } = viewport;
    const [across, down] = turn % 2 === 0 ? [width, height] : [height, width];
    return mirroredIfNeeded({
      page: page.pageNumber,
      width: across,
      height: down,
      pieces: turn === 0 ? pieces.flatMap((piece) => linked(piece, links)) : pieces,
    });
  });
  return sheets
    .filter(({ pieces }) => pieces.length > 0)
    .toSorted((a, b) => lettersIn(b.pieces) - lettersIn(a.pieces));
}

function placedOf(
  items: ContentItem[],
  viewport: PageViewport,
  vertical: ReadonlySet<string>,
  faces: FontFaces,
): Placed[] {
  const placed: Placed[] = [];
  let spaced = false;
  const marked: boolean[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marked.pop();
      else marked.push(item.tag === 'Artifact');
      continue;
    }
    if (item.str.trim() === '') {
      spaced ||= item.str !== '';
      continue;
    }
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
    const [x = 0, y = 0] = viewport.convertToViewportPoint(e, f);
    const [alongX = 0, alongY = 0] = viewport.convertToViewportPoint(e + a, f + b);
    const isVertical = vertical.has(item.fontName);
    const quarter = Math.atan2(alongY - y, alongX - x) / (Math.PI / 2) + (isVertical ? 1 : 0);
    placed.push({
      turn: Math.abs(quarter - Math.round(quarter)) < 0.2 ? (Math.round(quarter) + 4) % 4 : -1,
      x,
      y,
      length: isVertical ? item.height : item.width,
      piece: {
        text: item.str.replace(nothingSeen, ' '),
        look: { ...faces.of(item.fontName), href: null },
        size: Math.hypot(c, d) || item.height,
        font: item.fontName,
        order: placed.length,
        spaced,
        rtl: item.dir === 'rtl',
        artifact: marked.includes(true),
      },
    });
    spaced = false;
  }
  return placed;
}

/** The piece on the page turned so that it runs from left to right. */
function upright({ piece, turn, x, y, length }: Placed, { width, height }: PageViewport): Piece {
  const [left, baseline] =
    [
      [x, y],
      [y, width - x],
      [width - x, height - y],
      [height - y, x],
    ][turn] ?? [];
  return { ...piece, left: left ?? x, right: (left ?? x) + length, y: baseline ?? y };
}

/** Where most letters run from right to left, all is as in a mirror: then the first letter is the leftmost everywhere. */
function mirroredIfNeeded(sheet: Sheet): Sheet {
  const rtl = lettersIn(sheet.pieces.filter((piece) => piece.rtl));
  if (rtl * 2 <= lettersIn(sheet.pieces)) return sheet;
  const pieces = sheet.pieces.map((piece) => ({
    ...piece,
    left: sheet.width - piece.right,
    right: sheet.width - piece.left,
  }));
  return { ...sheet, pieces };
}

function lettersIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}
