import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentText } from '../../../../shared/quotes/document-text';
import type { InputFile, Reporter } from '../../format';
import { withPdf } from '../pages/open-pdf';
import { readPageContent } from '../pages/page-content';
import { joinTextItems } from './join-text-items';
import { readLinkAddresses, readPropertyTexts } from './texts-beside';

/**
 * Reads all text of a PDF for a search: page by page and line by line in the order of the file (`join-text-items.ts`), and the
 * properties, bookmarks and links beside the pages (`texts-beside.ts`).
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
