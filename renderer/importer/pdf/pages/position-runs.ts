import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { toReadableCharacters } from './characters/readable-characters';
import type { FontStyles } from './font-styles';
import type { GlyphRun } from './glyph-run';
import type { ContentItem } from './page-content';

/** A glyph run at its position on the page as it is shown, before the page is rotated for it. */
export interface PositionedRun {
  run: Omit<GlyphRun, 'left' | 'right' | 'baseline'>;
  /** How far it is rotated, in degrees clockwise: 0 to 359, and a multiple of 90 unless it is askew. */
  angle: number;
  x: number;
  y: number;
  length: number;
}

/** Turns the text items of a page into glyph runs, with positions in points from the top left of the page. */
export function positionRuns(
  items: readonly ContentItem[],
  viewport: PageViewport,
  verticalFonts: ReadonlySet<string>,
  fontStyles: FontStyles,
): PositionedRun[] {
  const positioned: PositionedRun[] = [];
  let hasSpaceBefore = false;
  /** For each marked content that is open, whether it is an artifact. */
  const openArtifacts: boolean[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') openArtifacts.pop();
      else openArtifacts.push(item.tag === 'Artifact');
      continue;
    }
    if (item.str.trim() === '') {
      hasSpaceBefore ||= item.str !== '';
      continue;
    }
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
    const [x = 0, y = 0] = viewport.convertToViewportPoint(e, f);
    const [alongX = 0, alongY = 0] = viewport.convertToViewportPoint(e + a, f + b);
    const { bold, italic } = fontStyles.get(item.fontName);
    const isVertical = verticalFonts.has(item.fontName);
    const turns = Math.atan2(alongY - y, alongX - x) / (Math.PI / 2) + (isVertical ? 1 : 0);
    positioned.push({
      angle: toWholeAngle(turns),
      x,
      y,
      length: isVertical ? item.height : item.width,
      run: {
        text: toReadableCharacters(item.str),
        style: { bold, italic, href: null },
        size: Math.hypot(c, d) || item.height,
        font: item.fontName,
        order: positioned.length,
        hasSpaceBefore,
        isRtl: item.dir === 'rtl',
        isMirrored: false,
        isArtifact: openArtifacts.includes(true),
        comments: [],
      },
    });
    hasSpaceBefore = false;
  }
  return positioned;
}

/** The angle in degrees for a number of quarter turns. Text that is nearly upright counts as upright. */
function toWholeAngle(turns: number): number {
  const isNearQuarter = Math.abs(turns - Math.round(turns)) < 0.2;
  return (Math.round((isNearQuarter ? Math.round(turns) : turns) * 90) + 360) % 360;
}
