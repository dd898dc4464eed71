import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FontStyles } from './font-styles';
import { countCharacters, type GlyphRun } from './glyph-run';
import { readPageContent } from './page-content';
import { readPageLinks, splitAtLinks } from './page-links';
import { type PositionedRun, positionRuns } from './position-runs';

/** The glyph runs of a page that share one orientation. */
interface PageLayer {
  width: number;
  height: number;
  glyphRuns: GlyphRun[];
}

/** Quarter turns clockwise: text that runs downwards has made one. */
const orientations = [0, 1, 2, 3];

/**
 * Reads the text of a page as layers of one orientation each, the one with the most characters first. Text that is set askew,
 * as watermarks are, belongs to none.
 */
export async function readPageLayers(page: PDFPageProxy, fontStyles: FontStyles): Promise<PageLayer[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, verticalFonts } = await readPageContent(page, true);
  const fonts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.fontName] : []));
  await fontStyles.load(page, new Set(fonts));
  const positioned = positionRuns(items, viewport, verticalFonts, fontStyles);
  const links = positioned.length > 0 ? await readPageLinks(page, viewport) : [];
  const layers = orientations.map((orientation): PageLayer => {
    const glyphRuns = positioned
      .filter(({ quarterTurns }) => quarterTurns === orientation)
      .map((run) => rotateUpright(run, viewport));
    const { width, height } = viewport;
    const [layerWidth, layerHeight] = orientation % 2 === 0 ? [width, height] : [height, width];
    return mirrorIfRtl({
      width: layerWidth,
      height: layerHeight,
      glyphRuns: orientation === 0 ? glyphRuns.flatMap((run) => splitAtLinks(run, links)) : glyphRuns,
    });
  });
  return layers
    .filter(({ glyphRuns }) => glyphRuns.length > 0)
    .toSorted((a, b) => countCharacters(b.glyphRuns) - countCharacters(a.glyphRuns));
}

/** The run as it lies once the page is rotated so that it goes from left to right. */
function rotateUpright(
  { run, quarterTurns, x, y, length }: PositionedRun,
  { width, height }: PageViewport,
): GlyphRun {
  const [left, baseline] =
    [
      [x, y],
      [y, width - x],
      [width - x, height - y],
      [height - y, x],
    ][quarterTurns] ?? [];
  return { ...run, left: left ?? x, right: (left ?? x) + length, baseline: baseline ?? y };
}

/**
 * Mirrors a layer in which most characters run from right to left, so that the first one of a line is the leftmost everywhere.
 */
function mirrorIfRtl(layer: PageLayer): PageLayer {
  const rtlCharacters = countCharacters(layer.glyphRuns.filter(({ isRtl }) => isRtl));
  if (rtlCharacters * 2 <= countCharacters(layer.glyphRuns)) return layer;
  const glyphRuns = layer.glyphRuns.map((run) => ({
    ...run,
    left: layer.width - run.right,
    right: layer.width - run.left,
  }));
  return { ...layer, glyphRuns };
}
