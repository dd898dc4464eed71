import type { DocumentText } from '../../shared/import/document-text';
import { isHtml, readHtml } from './html-text';
import { isPdf, readPdf } from './pdf-text';
import { readPlain } from './plain-text';

/** A file as the job brings it: its name without a folder, and its bytes. */
export interface File {
  name: string;
  bytes: Uint8Array;
}

interface Format {
  fits(file: File): boolean;
  read(file: File): DocumentText | Promise<DocumentText>;
}

/** The first that fits reads the file. Its content is asked before its name. */
const formats: Format[] = [
  { fits: isPdf, read: readPdf },
  { fits: isHtml, read: readHtml },
  { fits: () => true, read: readPlain },
];

/** UTF-16 units; longer text than this is none that a quote is looked for in. */
const longest = 20_000_000;

/** What a file says. */
export async function readText(file: File): Promise<DocumentText> {
  const text = await formats.find(({ fits }) => fits(file))?.read(file);
  if (text?.state !== 'read') return text ?? { state: 'noText' };
  const length = [...text.pages, ...text.beside].reduce((sum, { length }) => sum + length, 0);
  const hasWords = text.pages.some((page) => page.trim() !== '');
  return hasWords && length <= longest ? text : { state: 'noText' };
}
