import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

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

const plain: FontStyle = { bold: false, italic: false, isMapped: () => true };

// Computer Modern, the typeface of TeX, abbreviates the style to two letters.
const boldName = /bold|black|heavy|demi|[-,]bd|^(cm|ec)(bx|ssbx)|(^|[-,])(xb|b)$/i;
const italicName = /italic|oblique|slant|kursiv|[-,](it|ital|bolditalic)\b|^(cm|ec)(ti|sl|bxti)\d/i;
const subsetPrefix = /^[A-Z]{6}\+/;

/** Which fonts of a document are bold or italic, and which letters they have, by the names that its pages use for them. */
export class FontStyles {
  readonly #styles = new Map<string, FontStyle>();

  /**
   * Loads the styles of a page's fonts. pdf.js resolves fonts only together with the drawing instructions of a page, so those
   * are requested when a font is new; pictures in them are skipped.
   */
  async load(page: PDFPageProxy, fonts: ReadonlySet<string>): Promise<void> {
    const unknown = [...fonts].filter((font) => !this.#styles.has(font));
    if (unknown.length === 0) return;
    await page.getOperatorList();
    for (const font of unknown) this.#styles.set(font, readFontStyle(page, font));
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
