// Data URLs, because a report is a single file that loads nothing.
import sansPlain from '@fontsource/inter/files/inter-latin-400-normal.woff2?inline';
import sansStrong from '@fontsource/inter/files/inter-latin-600-normal.woff2?inline';
import serifSlanted from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?inline';
import serifPlain from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?inline';
import serifStrong from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?inline';
import sans from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import serifItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2?inline';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline';
import type { ReportFonts } from '#main/worker/reports/html/page.ts';

/** Font of the header and footer of printed pages, in base64. */
export const headerFontBase64 = sansPlain.replace(/^data:[^,]*,/, '');

export const reportFonts: ReportFonts = {
  serif,
  sans,
  serifItalic,
  paper: [
    { family: 'serif', style: 'normal', weight: 400, file: serifPlain },
    { family: 'serif', style: 'normal', weight: 600, file: serifStrong },
    { family: 'serif', style: 'italic', weight: 400, file: serifSlanted },
    { family: 'sans', style: 'normal', weight: 400, file: sansPlain },
    { family: 'sans', style: 'normal', weight: 600, file: sansStrong },
  ],
};
