import { refuse } from '#shared/import/base/problems.ts';
import type { ImportProblem, ImportResult } from '#shared/import/base/proposal.ts';
import type { PageText } from './pages/page-text.ts';

/** Longer documents are refused. */
export const maxPages = 5_000;

/** Why there is no draft of a PDF: how the sentence about it goes on behind its name, and what to do. */
const reasons = {
  protected: ['protected', 'is protected by a password', 'Save it without the password and open that.'],
  scan: [
    'noText',
    'is a scan: its pages are pictures without text',
    'Have its text recognised (OCR) and open that, or paste the text.',
  ],
  form: [
    'noText',
    'is a form in which nothing is filled in, and has no other text',
    'Fill it in and save it, or paste the text.',
  ],
  picture: [
    'noText',
    'holds pictures but no text',
    'If there are words in them, have them recognised (OCR) and open that, or paste the text.',
  ],
  drawing: [
    'noText',
    'holds drawings but no text: letters in it, if any, are drawn as shapes',
    'Have its text recognised (OCR) and open that, or paste the text.',
  ],
  blank: ['noText', 'has only blank pages', 'Choose the file that holds the article, or paste its text.'],
  garbled: [
    'undecodable',
    'can’t be read as text: its fonts do not say which letters their characters are',
    'Have its text recognised (OCR) and open that, or ask for the document that it was made from.',
  ],
  withoutPages: ['empty', 'has no pages', 'Choose the file that holds the article, or paste its text.'],
  long: ['tooLarge', 'has more than 5,000 pages', 'Split it into parts and open them one by one.'],
  cutOff: [
    'damaged',
    'is incomplete: its end is missing',
    'Get it again from where it came, or copy the text and use “Paste text”.',
  ],
} as const satisfies Record<string, readonly [ImportProblem['code'], string, string]>;

export function refusePdf(name: string | null, reason: keyof typeof reasons): ImportResult {
  const [code, why, advice] = reasons[reason];
  return refuse(code, `${name ?? 'The PDF'} ${why}`, advice);
}

/** Refuses a file without text by what there is on its pages instead. */
export function refuseWithoutText(name: string | null, pages: readonly PageText[]): ImportResult {
  const surfaces = (['scan', 'form', 'picture', 'drawing'] as const).filter((one) =>
    pages.some(({ surface }) => surface === one),
  );
  return refusePdf(name, surfaces[0] ?? 'blank');
}
