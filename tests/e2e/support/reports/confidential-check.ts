import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { ReadFormatLabel } from '#tests/e2e/pages/export-dialog.ts';
import { ferryParagraphs, ferryTitle } from '../articles/ferry-check.ts';
import type { SeededCheck, SeededClaim, SeededSource } from '../articles/seeded-check.ts';
import { sha256 } from '../library/stored-files.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { runPoppler, unpackPdf } from './read-pdf.ts';

/** The content of the file that is attached to the confidential source. */
const fileContent = 'The veiled file has this text.';

/**
 * A check with a confidential source. Every field of the source and of its evidence contains the word “veiled” or one of
 * `otherTerms`.
 */
export const check: SeededCheck = {
  title: ferryTitle,
  paragraphs: ferryParagraphs,
  sources: [
    {
      kind: 'person',
      title: 'The veiled title',
      author: 'Veiled Author',
      publisher: 'Veiled Publisher',
      publishedAt: '1987-06-05',
      accessedAt: '1988-07-06',
      contact: '+43 555 0199, veiled@contact.example',
      url: 'https://veiled.example/a/veiled-path',
      archiveUrl: 'https://archive.example/veiled/copy',
      primary: true,
      confidential: true,
      alsoHide: 'Veiled Nickname, veiled porter of the 05/06 shift',
      standing: 'withdrawn',
      standingReason: 'Its veiled tables were forged.',
      files: [['veiled-file.txt', fileContent]],
    },
    { title: 'Opening notice', author: 'Bo Keld', derivedFromIndex: 0, primary: true },
  ],
  claims: [
    {
      words: '1.2 million people',
      verdict: 'disputed',
      note: 'The port says 1.1 million.',
      evidence: [
        {
          source: 0,
          stance: 'refutes',
          locator: 'veiled minute 12',
          quote: 'It was, veiled, far less.',
          note: 'Said behind a veiled door.',
        },
        { source: 1, locator: 'p. 3', quote: 'more than a million', note: 'Seen at the quay.' },
      ],
    },
  ],
};

/** The check with its first claim only, in which some fields are replaced. */
export const withOneClaim = (fields: Partial<SeededClaim>): SeededCheck => ({
  ...check,
  claims: check.claims.slice(0, 1).map((claim) => ({ ...claim, ...fields })),
});

/** The check with a source whose name is partly a common word. */
export const withBaker = (note: string): SeededCheck => ({
  ...withOneClaim({ note }),
  sources: check.sources?.map((source, index) =>
    index === 0 ? { ...source, title: 'Zanzibar Quillfeather-Baker' } : source,
  ),
});

const secretName = 'Zanzibar Quillfeather';

/** A check whose public source repeats the name of a confidential one where these fields say so. */
export const withPublicFields = ({
  title = ferryTitle,
  source = {},
  evidence = {},
}: {
  title?: string;
  source?: Partial<SeededSource>;
  evidence?: Partial<NonNullable<SeededClaim['evidence']>[number]>;
}): SeededCheck => ({
  title,
  paragraphs: ferryParagraphs,
  sources: [
    {
      kind: 'person',
      title: secretName,
      contact: '020 7946 0958',
      confidential: true,
      alsoHide: 'Quilly, night porter',
    },
    { title: 'Opening notice', author: 'Bo Keld', ...source },
  ],
  claims: [
    {
      words: '1.2 million people',
      verdict: 'disputed',
      // The stances give the sources their numbers.
      evidence: [{ source: 0 }, { source: 1, stance: 'context', locator: 'p. 3', ...evidence }],
    },
  ],
});

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
