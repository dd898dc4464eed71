import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { countCharacters, type GlyphRun } from './page-text';
import type { PositionedRun } from './position-runs';

/** The glyph runs of a page that share one orientation. */
interface PageLayer {
  width: number;
  height: number;
  /** Degrees clockwise. */
  angle: number;
  glyphRuns: GlyphRun[];
}

/**
 * Separates the runs of a page into layers of one orientation each, the one with the most characters first. `markUpright` marks
 * and adds to the runs of the upright text.
 */
export function buildPageLayers(
  positioned: readonly PositionedRun[],
  viewport: PageViewport,
  markUpright: (runs: readonly GlyphRun[]) => readonly GlyphRun[],
): PageLayer[] {
  const angles = new Set([0, ...positioned.map(({ angle }) => angle)]);
  const layers = [...angles].map((angle): PageLayer => {
    const glyphRuns = positioned
      .filter((run) => run.angle === angle)
      .map((run) => rotateUpright(run, viewport));
    const { width, height } = viewport;
    const [layerWidth, layerHeight] = angle % 180 === 0 ? [width, height] : [height, width];
    return mirrorIfRtl({
      width: layerWidth,
      height: layerHeight,
      angle,
      glyphRuns: angle === 0 ? [...markUpright(glyphRuns)] : glyphRuns,
    });
  });
  return layers
    .filter(({ glyphRuns }) => glyphRuns.length > 0)
    .toSorted((a, b) => countCharacters(b.glyphRuns) - countCharacters(a.glyphRuns));
}

/** The run as it lies once the page is rotated so that it goes from left to right. */
function rotateUpright(
  { run, angle, x, y, length }: PositionedRun,
  { width, height }: PageViewport,
): GlyphRun {
  const [left = x, baseline = y] = rotatePoint(x, y, angle);
  // Quarter turns move the page as well, so that its corner stays the origin.
  const [shiftX = 0, shiftY = 0] = {
    90: [0, width],
    180: [width, height],
    270: [height, 0],
  }[angle] ?? [0, 0];
  return { ...run, left: left + shiftX, right: left + shiftX + length, baseline: baseline + shiftY };
}

/** Rotates a point about the origin, anticlockwise. */
function rotatePoint(x: number, y: number, angle: number): [number, number] {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return [x * cos + y * sin, y * cos - x * sin];
}

/**
 * Mirrors a layer in which most characters run from right to left, so that the first one of a line is the leftmost everywhere.
 */
function mirrorIfRtl(layer: PageLayer): PageLayer {
  const rtlCharacters = countCharacters(layer.glyphRuns.filter(({ isRtl }) => isRtl));
  if (rtlCharacters * 2 <= countCharacters(layer.glyphRuns)) return layer;
  const glyphRuns = layer.glyphRuns.map((run) => ({
    ...run,
    isMirrored: true,
    left: layer.width - run.right,
    right: layer.width - run.left,
  }));
  return { ...layer, glyphRuns };
}
