import { readGlyphName, readUnmappedCode } from './glyph-names.ts';

// pdf.js calls them where build/changes-to-pdf-js.mjs has put the calls.
Object.assign(globalThis, { stetGlyphNames: { readGlyphName, readUnmappedCode } });
