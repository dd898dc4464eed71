import { OPS, type PageViewport, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import { unknownCharacter } from '../worker/glyph-names.ts';
import type { ContentItem } from './page-content.ts';
import { countCharacters, type GlyphRun } from './page-text.ts';

/** The characters of a font as pdf.js knows them; it only says so on request (`fontExtraProperties`). */
const fontLettersSchema = z.object({
  composite: z.boolean().optional(),
  missingFile: z.boolean().optional(),
  differences: z.array(z.string().nullish()).optional(),
  /** The characters by their codes, or the first and last code when each code is taken for a character. */
  toUnicode: z.union([
    z.object({ _map: z.array(z.string().nullish()) }),
    z.object({ firstChar: z.number(), lastChar: z.number() }),
  ]),
});

/** Whether something in the file says that a font has this character; else its code was taken for it. */
type IsMapped = (character: string) => boolean;

const isAlwaysMapped: IsMapped = () => true;
/** Names that say no more than the code, which is that of the character in fonts converted from TeX's. */
const nameFromCode = /^[A-Za-z]?(\d+)$/;

/** Reads which characters of a font are known. Simple fonts that the file does not embed have none of their own. */
function readFontLetters(font: unknown): IsMapped {
  const letters = fontLettersSchema.safeParse(font).data;
  if (!letters) return isAlwaysMapped;
  if (!('_map' in letters.toUnicode)) return letters.composite ? () => false : isAlwaysMapped;
  if (letters.missingFile && !letters.composite) return isAlwaysMapped;
  const texts = letters.toUnicode._map.flatMap((text) => (text ? [text, text.normalize('NFKC')] : []));
  const mapped = new Set(texts.flatMap((text) => [...text]));
  for (const [code, name] of letters.differences?.entries() ?? [])
    if (Number(nameFromCode.exec(name ?? '')?.[1]) === code) mapped.add(String.fromCharCode(code));
  return (character) => mapped.has(character) || /[\s-]/.test(character);
}

interface FontStyle {
  bold: boolean;
  italic: boolean;
  isMapped: IsMapped;
}

const plain: FontStyle = { bold: false, italic: false, isMapped: isAlwaysMapped };

// Computer Modern, the typeface of TeX, abbreviates the style to two letters.
const boldName = /bold|black|heavy|demi|[-,]bd|^(cm|ec)(bx|ssbx)|(^|[-,])(xb|b)$/i;
const italicName = /italic|oblique|slant|kursiv|[-,](it|ital|bolditalic)\b|^(cm|ec)(ti|sl|bxti)\d/i;
const subsetPrefix = /^[A-Z]{6}\+/;

/** Which fonts of a document are bold or italic, and which letters they have, by the names that its pages use for them. */
export class FontStyles {
  readonly #styles = new Map<string, FontStyle>();

  /**
   * Loads the styles of a page's fonts. pdf.js resolves fonts only together with the drawing instructions of a page, so those
   * are requested when a font is new; pictures in them are skipped. A font of the system, in place of one that the file does not
   * embed, comes later than the instructions that set it.
   */
  async load(page: PDFPageProxy, fonts: ReadonlySet<string>): Promise<void> {
    const unknown = [...fonts].filter((font) => !this.#styles.has(font));
    if (unknown.length === 0) return;
    const { fnArray, argsArray } = await page.getOperatorList();
    const set = new Set(
      argsArray.flatMap((args, index) => (fnArray[index] === OPS.setFont ? [args?.[0]] : [])),
    );
    for (const font of unknown) {
      if (set.has(font)) await new Promise((resolve) => page.commonObjs.get(font, resolve));
      this.#styles.set(font, readFontStyle(page, font));
    }
  }

  get(font: string): FontStyle {
    return this.#styles.get(font) ?? plain;
  }
}

function readFontStyle(page: PDFPageProxy, font: string): FontStyle {
  if (!page.commonObjs.has(font)) return plain;
  const data: { name?: unknown; bold?: unknown; black?: unknown; italic?: unknown } =
    page.commonObjs.get(font);
  const name = typeof data.name === 'string' ? data.name.replace(subsetPrefix, '') : '';
  return {
    bold: data.bold === true || data.black === true || boldName.test(name),
    italic: data.italic === true || italicName.test(name),
    isMapped: readFontLetters(data),
  };
}

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
interface PositionedRun {
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
