import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { DocumentText } from '../../../shared/import/document-text';
import type { File } from '../format';
import { CharacterMaps } from './character-maps';
import { linksOf, propertiesOf } from './pdf-beside';
import { linesOf, type TextPiece } from './pdf-lines';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Bytes at the beginning of a file in which the mark of a PDF may stand (ISO 32000-1, annex H.3.4.1). */
const head = 1_024;

export function isPdf({ bytes }: File): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, head)).includes('%PDF-');
}

/** The text of a PDF, page by page, line by line, and what is beside it. */
export async function readPdf({ bytes }: File): Promise<DocumentText> {
  const task = getDocument({
    data: bytes,
    BinaryDataFactory: CharacterMaps,
    cMapUrl: './',
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    // Nothing is painted.
    disableFontFace: true,
    useSystemFonts: true,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await textOf(await task.promise);
  } catch (error) {
    const why =
      error instanceof Error && error.name === 'PasswordException'
        ? 'The file is protected by a password.'
        : 'The file is damaged.';
    return { state: 'unreadable', why };
  } finally {
    await task.destroy();
  }
}

async function textOf(pdf: PDFDocumentProxy): Promise<DocumentText> {
  const pages: string[] = [];
  const beside = await propertiesOf(pdf);
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(await wordsOf(page));
    beside.push(...(await linksOf(page)));
    page.cleanup();
  }
  return { state: 'read', pages, paged: true, beside };
}

/** Read piece by piece: the whole of it at once would need a loop over a stream, which Chromium 114 has not. */
async function wordsOf(page: PDFPageProxy): Promise<string> {
  const reader = page.streamTextContent().getReader();
  const pieces: TextPiece[] = [];
  for (let read = await reader.read(); !read.done; read = await reader.read())
    for (const item of read.value.items) if ('str' in item) pieces.push(item);
  return linesOf(pieces);
}
