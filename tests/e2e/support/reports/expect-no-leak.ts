import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { ReadFormatLabel } from '../../pages/article/export-dialog';
import { sha256 } from '../library/sha256';
import { fileContent } from './confidential-check';
import { parseMarkdown } from './parse-markdown';
import { runPoppler, unpackPdf } from './read-pdf';

const otherTerms = [
  sha256(fileContent),
  '0199',
  '1987',
  '1988',
  '05/06',
  '06/05',
  'behind a',
  'far less',
  'contact.example',
];

/** The word “veiled” in encodings that a search for plain text would miss. */
const encodedTerms = [
  Buffer.from('veiled').toString('hex'),
  Buffer.from('Veiled').toString('hex'),
  ...['veiled', 'Veiled'].map((word) => Buffer.from(word, 'utf16le').toString('latin1')),
  ...['veiled', 'Veiled', ' veiled', '  veiled'].map((word) =>
    Buffer.from(word).toString('base64').slice(2, -2),
  ),
];

const decodeEntities = (html: string) =>
  html
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)));

/** The text of a report in every form in which a reader could find it. */
export function readReport(path: string, format: ReadFormatLabel): string[] {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  if (format === 'PDF')
    return [
      unpackPdf(path),
      runPoppler('pdfinfo', path),
      runPoppler('pdfinfo', '-meta', path),
      runPoppler('pdfinfo', '-url', path),
      ...[['-layout'], ['-raw'], []].map((how) => runPoppler('pdftotext', ...how, path, '-')),
    ];
  if (format === 'Markdown') return [text, parseMarkdown(text).texts.join('\n')];
  if (format === 'JSON') return [text, JSON.stringify(JSON.parse(text))];
  return [bytes.toString('latin1'), decodeEntities(text)];
}

/** Checks that no confidential term is in a report, in any form. */
export function expectNoLeak(path: string, format: ReadFormatLabel): void {
  for (const text of readReport(path, format)) {
    // The bytes of a font can contain any short text.
    const searched = text.replace(/url\(data:font[^)]*\)/g, '');
    expect(searched.replace(/[\s\u00ad-]+/g, ''), format).not.toMatch(/veiled/i);
    // Short terms can occur in the binary data of a PDF by chance.
    const terms = format === 'PDF' && text.startsWith('%PDF-') ? otherTerms.slice(0, 1) : otherTerms;
    for (const term of [...terms, ...encodedTerms])
      expect(searched.includes(term), `${format}: ${term}`).toBe(false);
  }
}
