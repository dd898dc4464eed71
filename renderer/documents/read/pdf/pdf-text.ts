import { AnnotationType, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentText } from '#shared/import/base/document-text.ts';
import type { InputFile, Reporter } from '../base/format.ts';
import { withPdf } from './pages/open-pdf.ts';
import { readPageContent, type TextItem } from './pages/page-content.ts';

/**
 * Joins the text items of a page to lines. An item that is higher or lower than the one before starts a line, even where
 * pdf.js reports no end.
 */
function joinTextItems(items: readonly TextItem[]): string {
  let text = '';
  let last: TextItem | null = null;
  for (const item of items) {
    if (last && !text.endsWith('\n') && isOnAnotherLine(last, item)) text += '\n';
    text += item.hasEOL ? `${item.str}\n` : item.str;
    if (item.str.trim() !== '') last = item;
  }
  return text;
}

/** Whether an item is more than its height away from the baseline of the one before, which no exponent is. */
function isOnAnotherLine(before: TextItem, { str, transform, height }: TextItem): boolean {
  if (str.trim() === '') return false;
  const [a = 1, b = 0, , , x = 0, y = 0] = before.transform;
  const [, , , , nextX = 0, nextY = 0] = transform;
  const distance = (a * (nextY - y) - b * (nextX - x)) / (Math.hypot(a, b) || 1);
  return Math.abs(distance) > Math.max(before.height, height);
}

/** Reads the properties of a PDF (those of its information dictionary and of its XMP) and its bookmarks. */
async function readPropertyTexts(pdf: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = await pdf.getMetadata();
  const xmpValues = [...(metadata ?? [])].map(([, value]) => value);
  return [info, xmpValues, await pdf.getOutline()].flatMap(listStrings);
}

/**
 * Reads the addresses that the pages link to. Asked page by page, pdf.js would also read the text of each page once more, for the
 * words that a link covers.
 */
async function readLinkAddresses(pdf: PDFDocumentProxy): Promise<string[]> {
  // Null when the file's own objects for them are damaged.
  const annotations: { unsafeUrl?: unknown }[] | null = await pdf.getAnnotationsByType(
    new Set([AnnotationType.LINK, AnnotationType.WIDGET]),
    new Set(),
  );
  return (annotations ?? []).flatMap(({ unsafeUrl }) => (typeof unsafeUrl === 'string' ? [unsafeUrl] : []));
}

/** Lists every string within a value at any depth, except empty ones. */
function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listStrings) : [];
}

/**
 * Reads all text of a PDF for a search: page by page and line by line in the order of the file, and the properties, bookmarks and
 * links beside the pages.
 */
export async function readPdfText({ bytes }: InputFile, reporter: Reporter): Promise<DocumentText> {
  const result = await withPdf(bytes, reporter, readAllText);
  if (result.state === 'open') return result.value;
  const why = result.state === 'protected' ? 'The file is protected by a password.' : 'The file is damaged.';
  return { state: 'unreadable', why };
}

/** The worker of pdf.js always has the next page to read while the text of another is sent back. */
const pagesAtOnce = 4;

async function readAllText(pdf: PDFDocumentProxy): Promise<DocumentText> {
  const pages: string[] = [];
  while (pages.length < pdf.numPages) {
    const count = Math.min(pagesAtOnce, pdf.numPages - pages.length);
    const numbers = Array.from({ length: count }, (_, index) => pages.length + index + 1);
    pages.push(...(await Promise.all(numbers.map((pageNumber) => readPageText(pdf, pageNumber)))));
  }
  const beside = [...(await readPropertyTexts(pdf)), ...(await readLinkAddresses(pdf))];
  return { state: 'read', pages, paged: true, beside };
}

async function readPageText(pdf: PDFDocumentProxy, pageNumber: number): Promise<string> {
  const page = await pdf.getPage(pageNumber);
  const { items } = await readPageContent(page);
  page.cleanup();
  return joinTextItems(items.flatMap((item) => ('str' in item ? [item] : [])));
}
