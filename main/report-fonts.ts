// As data addresses: a report is one file, and fetches nothing.
import sans from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import serifItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2?inline';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline';

/** The typefaces of a report. */
export const reportFonts = { serif, sans, serifItalic };
