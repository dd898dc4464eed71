import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { unknownCharacter } from '../worker/glyph-names';
import type { FontStyles } from './font-styles';
import type { GlyphRun } from './glyph-run';
import type { ContentItem } from './page-content';

/** Characters that expert fonts have beside those of the text: old-style figures and small capitals (Adobe Glyph List). */
const expertCharacter = /[\uf721-\uf77a\uf7a1-\uf7ff]/g;
const expertOffset = 0xf700;

/** Private characters of the Adobe Glyph List that have a place in Unicode by now, in pairs. */
const listedPairs =
  '\uf6be\u0237\uf6d9©\uf6da®\uf6db™\uf6dc1\uf6de—\uf8e5‾\uf8e6⏐\uf8e7⎯\uf8e8®\uf8e9©\uf8ea™\uf8eb⎛\uf8ec⎜\uf8ed⎝\uf8ee⎡\uf8ef⎢' +
  '\uf8f0⎣\uf8f1⎧\uf8f2⎨\uf8f3⎩\uf8f4⎪\uf8f5⎮\uf8f6⎞\uf8f7⎟\uf8f8⎠\uf8f9⎤\uf8fa⎥\uf8fb⎦\uf8fc⎫\uf8fd⎬\uf8fe⎭';

/** Bullets that fonts of symbols have among their private characters, as Word writes them, in pairs. */
const symbolPairs = '\uf02d–\uf076❖\uf0a7▪\uf0b7•\uf0d8➢\uf0fc✓';

const known = new Map(
  (listedPairs + symbolPairs).match(/../g)?.map(([from = '', to = '']) => [from, to] as const),
);

const privateCharacter = /[\p{Co}\p{Cn}]/gu;
const invisibleCharacters = /[\p{Cc}\s]+/gu;

/**
 * The text of a run in characters that everybody has: private ones are replaced where their meaning is known, and are unknown
 * characters else. Control characters and white space become single spaces.
 */
function toReadableCharacters(text: string): string {
  return text
    .replace(expertCharacter, (character) => String.fromCharCode(character.charCodeAt(0) - expertOffset))
    .replace(privateCharacter, (character) => known.get(character) ?? unknownCharacter)
    .replace(invisibleCharacters, ' ');
}

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
