import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { endingOf } from '../../../../shared/import/file-signatures';
import type { File } from '../../format';
import { CharacterMaps } from './character-maps';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Reads every PDF of this page: starting it takes longer than reading a short file. */
let worker: PDFWorker | null = null;

/** Bytes at the beginning of a file in which the mark of a PDF may stand (ISO 32000-1, annex H.3.4.1). */
const head = 1_024;

export function isPdf({ origin, type, bytes }: File): boolean {
  const [before, mark] = new TextDecoder('latin1').decode(bytes.subarray(0, head)).split('%PDF-');
  if (mark === undefined) return false;
  // Behind words it may be one of them.
  return before?.trim() === '' || type === 'application/pdf' || endingOf(origin.name ?? '') === 'pdf';
}

/** What is made of a PDF, or why it can't be read. */
type Opened<T> = { state: 'open'; value: T } | { state: 'protected' | 'damaged' };

/** Opens a PDF for as long as `use` takes. What `use` throws counts as damage of the file. The bytes are gone afterwards. */
export async function withPdf<T>(
  bytes: Uint8Array,
  use: (pdf: PDFDocumentProxy) => Promise<T>,
): Promise<Opened<T>> {
  worker ??= new PDFWorker();
  const task = getDocument({
    worker,
    data: bytes,
    BinaryDataFactory: CharacterMaps,
    cMapUrl: './',
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    // Nothing is painted.
    disableFontFace: true,
    maxImageSize: 0,
    useSystemFonts: true,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return { state: 'open', value: await use(await task.promise) };
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return { state: locked ? 'protected' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

/** A piece of text as pdf.js finds it. `transform` is a matrix [a b c d e f] (ISO 32000-1, 8.3.3), lengths are in units of the page. */
interface TextItem {
  str: string;
  dir: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
  hasEOL: boolean;
}

/** Where marked content (ISO 32000-1, 14.6) begins or ends. */
interface Marker {
  type: string;
  tag?: string;
}

export type ContentItem = TextItem | Marker;

/** The text of a page, and which of its fonts run from top to bottom. Markers are left out unless they are asked for. */
export async function contentOf(
  page: PDFPageProxy,
  includeMarkedContent = false,
): Promise<{ items: ContentItem[]; vertical: Set<string> }> {
  const items: ContentItem[] = [];
  const vertical = new Set<string>();
  // Read bit by bit: the whole of it at once would need a loop over a stream, which Chromium 114 has not.
  const reader: ReadableStreamDefaultReader<{
    items: ContentItem[];
    styles: Record<string, { vertical: boolean }>;
  }> = page.streamTextContent({ includeMarkedContent }).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    for (const item of read.value.items) items.push(item);
    for (const [font, style] of Object.entries(read.value.styles)) if (style.vertical) vertical.add(font);
  }
  return { items, vertical };
}
