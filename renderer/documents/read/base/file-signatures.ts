import { refuse, refuseUnsupported } from '#shared/import/base/problems.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';
import { findUnreadFormat } from './unread-formats.ts';

interface Signature {
  /** The first bytes of such a file, one character for each byte. */
  magic: string;
  /** A description of such a file, with its article. */
  noun: string;
  /** `unsupported` by default. */
  code?: 'binary';
  /** Better descriptions by file name extension, for containers of several formats. */
  nounByExtension?: Record<string, string>;
}

const signatures: Signature[] = [
  {
    magic: 'PK\x03\x04',
    noun: 'a ZIP archive',
    nounByExtension: {
      docx: 'a Word document',
      xlsx: 'an Excel workbook',
      pptx: 'a PowerPoint presentation',
    },
  },
  {
    magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    noun: 'an old Office document',
    nounByExtension: { doc: 'an old Word document', xls: 'an old Excel workbook', msg: 'an Outlook message' },
  },
  { magic: 'bplist00', noun: 'a Mac link or settings file' },
  { magic: '\x06\x06\xed\xf5\xd8\x1dF\xe5', noun: 'an InDesign document' },
  { magic: '%PDF-', noun: 'a PDF' },
  { magic: '\x89PNG\r\n\x1a\n', code: 'binary', noun: 'a picture (PNG)' },
  { magic: '\xff\xd8\xff', code: 'binary', noun: 'a picture (JPEG)' },
  { magic: 'GIF87a', code: 'binary', noun: 'a picture (GIF)' },
  { magic: 'GIF89a', code: 'binary', noun: 'a picture (GIF)' },
];

/** The extension of a file name in lower case, without the dot; '' when it has none. */
export function getExtension(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Refuses a file whose first bytes identify it as a format other than text; null for any other file. */
export function refuseBySignature(
  name: string,
  bytes: Uint8Array,
): Extract<ImportResult, { ok: false }> | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const signature = signatures.find(({ magic }) => start.startsWith(magic));
  if (!signature) return null;
  const unread = signature.code === undefined ? findUnreadFormat(getExtension(name)) : null;
  if (unread) return refuse('unsupported', `${name} is ${unread.noun}`, unread.advice);
  const noun =
    new Map(Object.entries(signature.nounByExtension ?? {})).get(getExtension(name)) ?? signature.noun;
  return refuseUnsupported(name, noun, signature.code);
}
