import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentText } from '../../../../shared/quotes/document-text';
import type { File } from '../../format';
import { contentOf, withPdf } from '../pages/open-pdf';
import { linksOf, propertiesOf } from './pdf-beside';
import { linesOf } from './pdf-lines';

/** The text of a PDF, page by page, line by line, and what is beside it. */
export async function readPdf({ bytes }: File): Promise<DocumentText> {
  const read = await withPdf(bytes, textOf);
  if (read.state === 'open') return read.value;
  const why = read.state === 'protected' ? 'The file is protected by a password.' : 'The file is damaged.';
  return { state: 'unreadable', why };
}

async function textOf(pdf: PDFDocumentProxy): Promise<DocumentText> {
  const pages: string[] = [];
  const beside = await propertiesOf(pdf);
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await contentOf(page);
    pages.push(linesOf(items.flatMap((item) => ('str' in item ? [item] : []))));
    beside.push(...(await linksOf(page)));
    page.cleanup();
  }
  return { state: 'read', pages, paged: true, beside };
}
