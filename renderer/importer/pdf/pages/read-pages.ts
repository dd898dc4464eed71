import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Told } from '../../format';
import type { PageOfStrips } from '../lines/edge-lines';
import { type Strip, stripsOf } from '../lines/strips';
import { FontFaces } from './font-faces';
import { sheetsOf } from './sheets';

/** A page as it is read: its text, and text that runs in other directions, as beside a picture or down the margin. */
export interface ReadPage extends PageOfStrips {
  turned: Strip[][];
}

/** Reads the pages of a document one after another; those that can't be read are counted. */
export async function readPages(
  pdf: PDFDocumentProxy,
  told: Told,
): Promise<{ pages: ReadPage[]; unread: number }> {
  const faces = new FontFaces();
  const pages: ReadPage[] = [];
  let unread = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await readPage(pdf, number, faces);
    if (page === null) unread += 1;
    else pages.push(page);
    told(number, pdf.numPages);
  }
  return { pages, unread };
}

async function readPage(pdf: PDFDocumentProxy, number: number, faces: FontFaces): Promise<ReadPage | null> {
  try {
    const page = await pdf.getPage(number);
    const [main, ...others] = await sheetsOf(page, faces);
    page.cleanup();
    const { width, height, pieces } = main ?? { width: 0, height: 0, pieces: [] };
    return {
      page: number,
      width,
      height,
      strips: stripsOf(pieces),
      turned: others.map((sheet) => stripsOf(sheet.pieces)),
    };
  } catch {
    return null;
  }
}
