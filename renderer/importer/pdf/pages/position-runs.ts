import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FontStyles } from './font-styles';
import type { GlyphRun } from './glyph-run';
import type { ContentItem } from './page-content';

/** A glyph run at its position on the page as it is shown, before the page is rotated for it. */
export interface PositionedRun {
  run: Omit<GlyphRun, 'left' | 'right' | 'baseline'>;
  /** How far it is rotated, in quarter turns clockwise; -1 when it is askew. */
  quarterTurns: number;
  x: number;
  y: number;
  length: number;
}

const invisibleCharacters = /[\p{Cc}\s]+/gu;

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
    const isVertical = verticalFonts.has(item.fontName);
    const turns = Math.atan2(alongY - y, alongX - x) / (Math.PI / 2) + (isVertical ? 1 : 0);
    positioned.push({
      quarterTurns: Math.abs(turns - Math.round(turns)) < 0.2 ? (Math.round(turns) + 4) % 4 : -1,
      x,
      y,
      length: isVertical ? item.height : item.width,
      run: {
        text: item.str.replace(invisibleCharacters, ' '),
        style: { ...fontStyles.get(item.fontName), href: null },
        size: Math.hypot(c, d) || item.height,
        font: item.fontName,
        order: positioned.length,
        hasSpaceBefore,
        isRtl: item.dir === 'rtl',
        isArtifact: openArtifacts.includes(true),
      },
    });
    hasSpaceBefore = false;
  }
  return positioned;
}
