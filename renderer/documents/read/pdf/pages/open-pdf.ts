import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Reporter } from '#renderer/documents/read/base/format.ts';
import workerUrl from '../worker/pdf-worker.ts?worker&url';
import { findLastBytes, toAsciiBytes } from './detect-truncation.ts';

/** How much of an object is read for its dictionary of encryption, in bytes. */
const maxDictionaryBytes = 4_000;

const encryptKey = toAsciiBytes('/Encrypt');
const reference = /^\/Encrypt\s*(\d+)\s+(\d+)\s+R\b/;

/**
 * Removes the lock of a file whose attachments alone are locked (ISO 32000-2, 7.6.6: the crypt filters of its streams and strings
 * are `Identity`). pdf.js would ask for the password, although the text can be read without. The bytes are changed in place:
 * the key of the lock becomes one without meaning.
 */
function removeAttachmentLock(bytes: Uint8Array): void {
  for (
    let offset = findLastBytes(bytes, encryptKey);
    offset !== -1;
    offset = findLastBytes(bytes, encryptKey, offset)
  )
    if (locksAttachmentsOnly(findDictionary(bytes, offset))) bytes.set(toAsciiBytes('/Unlocks'), offset);
}

/** The dictionary to which a key `/Encrypt` leads, as text, or ''. */
function findDictionary(bytes: Uint8Array, offset: number): string {
  const text = readText(bytes, offset);
  const [, object, generation] = reference.exec(text) ?? [];
  if (object === undefined) return /^\/Encrypt\s*<</.test(text) ? text : '';
  const start = findLastBytes(bytes, toAsciiBytes(`${object} ${generation} obj`));
  const isWholeNumber = !/\d/.test(String.fromCharCode(bytes[start - 1] ?? 0));
  return start !== -1 && isWholeNumber ? readText(bytes, start) : '';
}

function readText(bytes: Uint8Array, offset: number): string {
  const text = new TextDecoder('latin1').decode(bytes.subarray(offset, offset + maxDictionaryBytes));
  return text.split('endobj')[0] ?? '';
}

function locksAttachmentsOnly(dictionary: string): boolean {
  const getFilter = (key: string) => new RegExp(`/${key}\\s*/(\\w+)`).exec(dictionary)?.[1] ?? 'Identity';
  return (
    /\/V\s*[45]\b/.test(dictionary) &&
    getFilter('EFF') !== 'Identity' &&
    getFilter('StmF') === 'Identity' &&
    getFilter('StrF') === 'Identity'
  );
}

/** The tables of East Asian characters (CMaps) that a PDF may name instead of embedding them. */
const addresses = import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});

const addressByFileName = new Map(
  Object.entries(addresses).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
);

/** Serves the files that pdf.js requests. Only CMaps are there; pdf.js reads text without the others. */
class CharacterMaps {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = addressByFileName.get(filename);
    if (address === undefined) throw new Error(`there is no ${filename}`);
    return new Uint8Array(await (await fetch(address)).arrayBuffer());
  }
}

GlobalWorkerOptions.workerSrc = workerUrl;

/** Reads every PDF of this page: starting a worker takes longer than reading a short file. */
let worker: PDFWorker | null = null;

/** Starts the worker, or returns the one that was started. */
function startPdfWorker(): PDFWorker {
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
    // Which characters a font has (`FontStyles`).
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
