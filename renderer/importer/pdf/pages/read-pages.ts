import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Reporter } from '../../format';
import { buildLineFragments, type LineFragment } from '../lines/line-fragments';
import { FontStyles } from './font-styles';
import { reportUnlessFromPdfJs } from './open-pdf';
import { readPageLayers } from './page-layers';

/** The text of a page. Lengths in points. */
export interface PageText {
  /** Counted from 1. */
  pageNumber: number;
  width: number;
  height: number;
  fragments: LineFragment[];
  /** Text that runs in other directions, as beside a picture or down the margin: one list for each. */
  rotated: LineFragment[][];
}

/**
 * Reads the pages of a document one after another, and counts those that can't be read. The stages for each page:
 * 1. `page-content.ts` reads the text items from pdf.js, `font-styles.ts` which fonts are bold or italic.
 * 2. `position-runs.ts` turns the items into glyph runs, with positions on the page.
 * 3. `page-layers.ts` separates the runs by orientation, and splits them at links (`page-links.ts`).
 * 4. `../lines/line-fragments.ts` joins the runs of each layer that are close to each other on a line.
 */
export async function readPages(
  pdf: PDFDocumentProxy,
  reporter: Reporter,
): Promise<{ pages: PageText[]; unreadableCount: number }> {
  const fontStyles = new FontStyles();
  const pages: PageText[] = [];
  let unreadableCount = 0;
  for (let pageNumber = 1; pageNumber <= pdf.numPages; pageNumber += 1) {
    try {
      pages.push(await readPage(pdf, pageNumber, fontStyles));
    } catch (error) {
      reportUnlessFromPdfJs(error, reporter);
      unreadableCount += 1;
    }
    reporter.reportProgress(pageNumber, pdf.numPages);
  }
  return { pages, unreadableCount };
}

async function readPage(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  fontStyles: FontStyles,
): Promise<PageText> {
  const page = await pdf.getPage(pageNumber);
  const [main, ...others] = await readPageLayers(page, fontStyles);
  page.cleanup();
  return {
    pageNumber,
    width: main?.width ?? 0,
    height: main?.height ?? 0,
    fragments: buildLineFragments(main?.glyphRuns ?? []),
    rotated: others.map(({ glyphRuns }) => buildLineFragments(glyphRuns)),
  };
}
