import { refuse } from './problems';
import type { Imported } from './proposal';

interface Signature {
  /** The first bytes of such a file. */
  magic: string;
  code: 'unsupported' | 'binary';
  /** What such a file is called; a container holds several kinds, told apart by the file's ending. */
  noun: string;
  byEnding?: Record<string, string>;
}

const signatures: Signature[] = [
  {
    magic: 'PK\x03\x04',
    code: 'unsupported',
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
    code: 'unsupported',
    noun: 'an old Office document',
    byEnding: { doc: 'an old Word document', xls: 'an old Excel workbook', msg: 'an Outlook message' },
  },
  { magic: '%PDF-', code: 'unsupported', noun: 'a PDF' },
  { magic: '{\\rtf', code: 'unsupported', noun: 'a rich text (RTF) document' },
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
  const todo =
    found.code === 'binary'
      ? 'Stet opens articles as .txt and .md files for now.'
      : 'Stet opens .txt and .md files for now. Copy the text and use Paste.';
  return refuse(found.code, `${name} looks like ${noun}`, todo);
}
