/**
 * The places that are replaced in the worker of pdf.js: it knows the names of the Adobe Glyph List, but not all rules for names made from
 * them, and takes the code of a character for the character where it knows no better. Neither can be seen in the text that it
 * returns, so it asks renderer/importer/pdf/worker/glyph-names.ts.
 */
const replacements = [
  // In _simpleFontToUnicode: names in the encoding of a font.
  [
    `        toUnicode[charcode] = String.fromCharCode(unicode);
        continue;
      }
      let code = 0;`,
    `        toUnicode[charcode] = String.fromCharCode(unicode);
        continue;
      }
      const characters = globalThis.stetGlyphNames.readGlyphName(glyphName, glyphsUnicodeMap);
      if (characters !== null) {
        toUnicode[charcode] = characters;
        continue;
      }
      let code = 0;`,
  ],
  // In adjustType1ToUnicode: names in the font program.
  [
    `    const unicode = getUnicodeForGlyph(glyphName, glyphsUnicodeMap);
    if (unicode !== -1) {
      toUnicode[charCode] = String.fromCharCode(unicode);
    }`,
    `    const characters = globalThis.stetGlyphNames.readGlyphName(glyphName, glyphsUnicodeMap);
    if (characters !== null) {
      toUnicode[charCode] = characters;
    }`,
  ],
  // In _charToGlyph: codes that nothing is known about.
  [
    `    if (typeof unicode === "number") {
      unicode = String.fromCharCode(unicode);
    }
    let isInFont`,
    `    if (typeof unicode === "number") {
      unicode = globalThis.stetGlyphNames.readUnmappedCode(this, unicode);
    }
    let isInFont`,
  ],
];

/** Vite plugin that does so. It fails when a place is not there, as after an update of pdf.js. */
export const glyphNamesInPdfJs = {
  name: 'glyph-names-in-pdf-js',
  /**
   * @param {string} code
   * @param {string} id
   */
  transform(code, id) {
    if (!/\/pdfjs-dist\/legacy\/build\/pdf\.worker\.mjs(?:\?|$)/.test(id)) return;
    return { code: replacements.reduce(replaceOnce, code), map: null };
  },
};

/**
 * @param {string} code
 * @param {string[]} replacement
 */
function replaceOnce(code, [before = '', after = '']) {
  const parts = code.split(before);
  if (parts.length !== 2) throw new Error(`pdf.js has ${parts.length - 1} places like this one:\n${before}`);
  return parts.join(after);
}
