import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Face {
  bold: boolean;
  italic: boolean;
}

const plain: Face = { bold: false, italic: false };

// Computer Modern, the typeface of TeX, says it in two letters.
const bold = /bold|black|heavy|demi|[-,]bd|^(cm|ec)(bx|ssbx)|(^|[-,])(xb|b)$/i;
const italic = /italic|oblique|slant|kursiv|[-,](it|ital|bolditalic)\b|^(cm|ec)(ti|sl|bxti)\d/i;
const subset = /^[A-Z]{6}\+/;

/** Which fonts of a document are bold or italic, by the names that its pages use for them. */
export class FontFaces {
  readonly #faces = new Map<string, Face>();

  /**
   * Finds out the fonts of a page. Only the instructions for painting it tell their names, so they are asked for when a font
   * is new; pictures in them are skipped.
   */
  async learn(page: PDFPageProxy, fonts: ReadonlySet<string>): Promise<void> {
    const unknown = [...fonts].filter((font) => !this.#faces.has(font));
    if (unknown.length === 0) return;
    await page.getOperatorList();
    for (const font of unknown) this.#faces.set(font, faceOf(page, font));
  }

  of(font: string): Face {
    return this.#faces.get(font) ?? plain;
  }
}

function faceOf(page: PDFPageProxy, font: string): Face {
  if (!page.commonObjs.has(font)) return plain;
  const found: { name?: unknown; bold?: unknown; black?: unknown; italic?: unknown } =
    page.commonObjs.get(font);
  const name = typeof found.name === 'string' ? found.name.replace(subset, '') : '';
  return {
    bold: found.bold === true || found.black === true || bold.test(name),
    italic: found.italic === true || italic.test(name),
  };
}
