import { refuseUnsupported } from './problems';
import type { Imported } from './proposal';

interface Signature {
  /** The first bytes of such a file. */
  magic: string;
  /** What such a file is called; a container holds several kinds, told apart by the file's ending. */
  noun: string;
  /** `unsupported` when nothing else is said. */
  code?: 'binary';
  byEnding?: Record<string, string>;
}

const signatures: Signature[] = [
  {
    magic: 'PK\x03\x04',
    noun: 'a ZIP archive',
    byEnding: {
      docx: 'a Word document',
      odt: 'an OpenDocument text',
      xlsx: 'an Excel workbook',
      pptx: 'a PowerPoint presentation',
      epub: 'an e-book',
      pages: 'a Pages document',
    },
  },
  {
    magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    noun: 'an old Office document',
    byEnding: { doc: 'an old Word document', xls: 'an old Excel workbook', msg: 'an Outlook message' },
  },
  { magic: '%PDF-', noun: 'a PDF' },
  { magic: '{\\rtf', noun: 'a rich text (RTF) document' },
  { magic: '\x89PNG\r\n\x1a\n', code: 'binary', noun: 'a picture (PNG)' },
  { magic: '\xff\xd8\xff', code: 'binary', noun: 'a picture (JPEG)' },
  { magic: 'GIF87a', code: 'binary', noun: 'a picture (GIF)' },
  { magic: 'GIF89a', code: 'binary', noun: 'a picture (GIF)' },
];

/** The file's ending in lower case, without the dot; '' when it has none. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Known by its first bytes as something that is not plain text: what to say of it; null when it is nothing known. */
export function refuseBySignature(name: string, bytes: Uint8Array): Extract<Imported, { ok: false }> | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const found = signatures.find(({ magic }) => start.startsWith(magic));
  if (!found) return null;
  const noun = new Map(Object.entries(found.byEnding ?? {})).get(endingOf(name)) ?? found.noun;
  return refuseUnsupported(name, noun, found.code);
}
