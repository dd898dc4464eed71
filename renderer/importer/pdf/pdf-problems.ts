import { refuse } from '../../../shared/import/problems';

/** Longer documents are refused. */
export const maxPages = 5_000;

const orFallback = (name: string | null) => name ?? 'The PDF';

export function refuseProtected(name: string | null) {
  return refuse(
    'protected',
    `${orFallback(name)} is protected by a password`,
    'Save it without the password and open that.',
  );
}

export function refuseScan(name: string | null) {
  return refuse(
    'noText',
    `${orFallback(name)} is a scan: its pages are pictures without text`,
    'Have its text recognised (OCR) and open that, or paste the text.',
  );
}

export function refuseWithoutPages(name: string | null) {
  return refuse(
    'empty',
    `${orFallback(name)} has no pages`,
    'Choose the file that holds the article, or paste its text.',
  );
}

export function refuseLong(name: string | null) {
  return refuse(
    'tooLarge',
    `${orFallback(name)} has more than 5,000 pages`,
    'Split it into parts and open them one by one.',
  );
}

export function refuseCutOff(name: string | null) {
  return refuse(
    'damaged',
    `${orFallback(name)} is incomplete: its end is missing`,
    'Get it again from where it came, or copy the text and use “Paste text”.',
  );
}
