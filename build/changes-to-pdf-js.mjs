/**
 * Replacements in the worker of pdf.js, where the text that it returns does not show what happened:
 * - It knows the names of the Adobe Glyph List, but not all rules for names made from them, and where it knows no better, takes a
 *   character's code for the character itself. It is made to ask renderer/documents/read/pdf/worker/glyph-names.ts.
 * - It drops soft hyphens, also those that the page shows at the end of a line.
 * - It joins texts with a narrow space between them, also where the file places each on its own, as in the cells of a table. Those
 *   become items of their own; without a space they do where letters and figures meet.
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
  // In buildTextContentItem: soft hyphens, and where a text is placed.
  [
    `        if (category.isInvisibleFormatMark) {
          continue;`,
    `        if (category.isInvisibleFormatMark && !(glyph.unicode === "\\u00ad" && glyph.width > 0)) {
          continue;`,
  ],
  [
    `      const glyphs = font.charsToGlyphs(chars);
      const scale = textState.fontMatrix[0] * textState.fontSize;`,
    `      const { ctm, textLineMatrix } = textState;
      const place = [ctm[4], ctm[5], textLineMatrix[4], textLineMatrix[5]];
      isPlacedAnew ||= place.some((value, index) => value !== lastPlace[index]);
      lastPlace = place;
      const glyphs = font.charsToGlyphs(chars);
      const scale = textState.fontMatrix[0] * textState.fontSize;`,
  ],
  [
    `        const textChunk = ensureTextContentItem();`,
    `        isPlacedAnew = false;
        const textChunk = ensureTextContentItem();`,
  ],
  [
    `        if (!category.isZeroWidthDiacritic && !compareWithLastPosition(scaledDim)) {`,
    `        if (isPlacedAnew && glyph.unicode && /^(?:\\p{L}\\p{N}|\\p{N}\\p{L})/u.test((textContentItem.str.at(-1) ?? "") + glyph.unicode)) {
          flushTextContentItem();
        }
        if (!category.isZeroWidthDiacritic && !compareWithLastPosition(scaledDim)) {`,
  ],
  // In getTextContent: the place of the last text.
  [
    `    const twoLastChars = [" ", " "];`,
    `    let isPlacedAnew = false;
    let lastPlace = [];
    const twoLastChars = [" ", " "];`,
  ],
  // In addFakeSpaces: a text placed anew begins an item of its own.
  [
    `      if (textOrientation * textContentItem.spaceInFlowMin <= width &&`,
    `      if (!isPlacedAnew && textOrientation * textContentItem.spaceInFlowMin <= width &&`,
  ],
];

/** The Vite plugin that makes these replacements. It fails when a place is not found, as after an update of pdf.js. */
export const changesToPdfJs = {
  name: 'changes-to-pdf-js',
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
