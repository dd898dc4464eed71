import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type IsMapped, readFontLetters } from './characters/font-letters';

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
