import { locateQuote } from '#main/worker/locate-quote.ts';
import type { DocumentText } from '#shared/import/base/document-text.ts';

/** A text without pages. */
export const createText = (text: string): DocumentText => ({
  state: 'read',
  pages: [text],
  paged: false,
  beside: [],
});

/** A document with these pages. */
export const createPages = (...pages: string[]): DocumentText => ({
  state: 'read',
  pages,
  paged: true,
  beside: [],
});

/** Whether a quote is found in a text. */
export const isFound = (text: string, quote: string) =>
  locateQuote(createText(text), quote).state === 'found';
