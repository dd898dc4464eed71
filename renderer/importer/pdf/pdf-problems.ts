import { refuse } from '../../../shared/import/problems';
import type { PageText } from './pages/page-text';

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

function refuseScan(name: string | null) {
  return refuse(
    'noText',
    `${orFallback(name)} is a scan: its pages are pictures without text`,
    'Have its text recognised (OCR) and open that, or paste the text.',
  );
}

function refuseBlank(name: string | null) {
  return refuse(
    'noText',
    `${orFallback(name)} has only blank pages`,
    'Choose the file that holds the article, or paste its text.',
  );
}

function refusePictures(name: string | null) {
  return refuse(
    'noText',
    `${orFallback(name)} holds pictures but no text`,
    'If there are words in them, have them recognised (OCR) and open that, or paste the text.',
  );
}

function refuseDrawings(name: string | null) {
  return refuse(
    'noText',
    `${orFallback(name)} holds drawings but no text: letters in it, if any, are drawn as shapes`,
    'Have its text recognised (OCR) and open that, or paste the text.',
  );
}

function refuseEmptyForm(name: string | null) {
  return refuse(
    'noText',
    `${orFallback(name)} is a form in which nothing is filled in, and has no other text`,
    'Fill it in and save it, or paste the text.',
  );
}

/** Refuses a file without text by what there is on its pages instead. */
export function refuseWithoutText(name: string | null, pages: readonly PageText[]) {
  const has = (surface: PageText['surface']) => pages.some((page) => page.surface === surface);
  if (has('scan')) return refuseScan(name);
  if (has('form')) return refuseEmptyForm(name);
  if (has('picture')) return refusePictures(name);
  return has('drawing') ? refuseDrawings(name) : refuseBlank(name);
}

export function refuseGarbled(name: string | null) {
  return refuse(
    'undecodable',
    `${orFallback(name)} can’t be read as text: its fonts do not say which letters their characters are`,
    'Have its text recognised (OCR) and open that, or ask for the document that it was made from.',
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
