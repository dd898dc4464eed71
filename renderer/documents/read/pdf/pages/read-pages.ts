import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Reporter } from '#renderer/documents/read/base/format.ts';
import type { Annotation } from '#shared/import/base/annotation.ts';
import { buildLineFragments } from './build-fragments.ts';
import { reportUnlessFromPdfJs } from './open-pdf.ts';
import {
  listFieldRuns,
  listPageComments,
  listPageLinks,
  markCommentedWords,
  markLink,
  readPageAnnotations,
} from './page-annotations.ts';
import { readPageContent } from './page-content.ts';
import { readPageSurface } from './page-surface.ts';
import { countCharacters, type GlyphRun, type PageText } from './page-text.ts';
import { buildPageLayers, FontStyles, positionRuns } from './position-runs.ts';
import { hideUnknownLetters, type ReadablePages } from './unknown-letters.ts';

interface ReadPage {
  text: PageText;
  comments: Annotation[];
  fieldCount: number;
  ligatureCount: number;
}

export interface ReadPages extends ReadablePages {
  /** The numbers of pages that are damaged. */
  damagedPages: number[];
  /** The comments in the order of the file; glyph runs name them by their index. */
  comments: Annotation[];
  /** How many fields of forms are filled in. */
  fieldCount: number;
  /** How many ligatures became letters. */
  ligatureCount: number;
}

/**
 * Reads the pages of a document one after another, and names those that can't be read. In the end the characters are hidden of which
 * the file does not say which letters they are.
 */
export async function readPages(pdf: PDFDocumentProxy, reporter: Reporter): Promise<ReadPages> {
  const fontStyles = new FontStyles();
  const pages: PageText[] = [];
  const damagedPages: number[] = [];
  const comments: Annotation[] = [];
  let fieldCount = 0;
  let ligatureCount = 0;
  for (let pageNumber = 1; pageNumber <= pdf.numPages; pageNumber += 1) {
    try {
      const page = await readPage(pdf, pageNumber, fontStyles, comments.length);
      pages.push(page.text);
      comments.push(...page.comments);
      fieldCount += page.fieldCount;
      ligatureCount += page.ligatureCount;
    } catch (error) {
      reportUnlessFromPdfJs(error, reporter);
      damagedPages.push(pageNumber);
    }
    reporter.reportProgress(pageNumber, pdf.numPages);
  }
  return { damagedPages, comments, fieldCount, ligatureCount, ...hideUnknownLetters(pages, fontStyles) };
}

/** On a page with fewer characters a picture is looked for: it may be a scan that was given a number or a stamp. */
const minTextBesidePicture = 200;

async function readPage(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  fontStyles: FontStyles,
  firstComment: number,
): Promise<ReadPage> {
  const page = await pdf.getPage(pageNumber);
  const viewport = page.getViewport({ scale: 1 });
  const { items, verticalFonts, ligatureCount } = await readPageContent(page, true);
  const fonts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.fontName] : []));
  await fontStyles.load(page, new Set(fonts));
  const annotations = await readPageAnnotations(page);
  const comments = listPageComments(annotations);
  const fields = listFieldRuns(annotations, viewport);
  const markUpright = (runs: readonly GlyphRun[]) => {
    const linked = listPageLinks(annotations, viewport).reduce(markLink, runs);
    const marked = comments.reduce(
      (some, comment, index) => markCommentedWords(some, comment, firstComment + index, viewport),
      linked,
    );
    return [...marked, ...fields.glyphRuns];
  };
  const positioned = positionRuns(items, viewport, verticalFonts, fontStyles);
  const [main, ...others] = buildPageLayers(positioned, viewport, markUpright);
  const hasMuchText = countCharacters(main?.glyphRuns ?? []) >= minTextBesidePicture;
  const background = hasMuchText ? 'blank' : await readPageSurface(page, annotations);
  page.cleanup();
  const text: PageText = {
    pageNumber,
    surface: main ? 'text' : background,
    isScan: background === 'scan',
    width: main?.width ?? 0,
    height: main?.height ?? 0,
    fragments: buildLineFragments(main?.glyphRuns ?? []),
    rotated: others.map(({ angle, glyphRuns }) => ({
      isAskew: angle % 90 !== 0,
      fragments: buildLineFragments(glyphRuns),
    })),
  };
  return {
    text,
    comments: comments.map(({ annotation }) => annotation),
    fieldCount: fields.fieldCount,
    ligatureCount,
  };
}
