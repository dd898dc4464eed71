import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Reporter } from '../../format';
import workerUrl from '../worker/pdf-worker?worker&url';
import { removeAttachmentLock } from './attachment-lock';
import { CharacterMaps } from './character-maps';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Reads every PDF of this page: starting a worker takes longer than reading a short file. */
let worker: PDFWorker | null = null;

/** Starts the worker, or returns the one that was started. */
export function startPdfWorker(): PDFWorker {
  worker ??= new PDFWorker();
  return worker;
}

/** The result of reading a PDF, or why it can't be read. */
type PdfResult<T> = { state: 'open'; value: T } | { state: 'protected' | 'damaged' };

/**
 * Opens a PDF, and closes it when `use` has finished. An error thrown by `use` counts as damage of the file; one that is no
 * error of pdf.js is reported as well. The bytes are transferred to the worker, and gone afterwards.
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  reporter: Reporter,
  use: (pdf: PDFDocumentProxy) => Promise<T>,
): Promise<PdfResult<T>> {
  removeAttachmentLock(bytes);
  const task = getDocument({
    worker: startPdfWorker(),
    data: bytes,
    BinaryDataFactory: CharacterMaps,
    cMapUrl: './',
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    // Nothing is painted.
    disableFontFace: true,
    // Which characters a font has (`font-letters.ts`).
    fontExtraProperties: true,
    maxImageSize: 0,
    useSystemFonts: true,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return { state: 'open', value: await use(await task.promise) };
  } catch (error) {
    reportUnlessFromPdfJs(error, reporter);
    return { state: nameOf(error) === 'PasswordException' ? 'protected' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

/** The errors that pdf.js throws for a file that it can't read; errors of its worker arrive as `UnknownErrorException`. */
const pdfJsErrors = new Set([
  'AbortException',
  'FormatError',
  'InvalidPDFException',
  'PasswordException',
  'ResponseException',
  'UnknownErrorException',
]);

/** Reports an error of our own code, which would else pass for damage of the file. */
export function reportUnlessFromPdfJs(error: unknown, reporter: Reporter): void {
  if (!pdfJsErrors.has(nameOf(error))) reporter.reportError(error);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
