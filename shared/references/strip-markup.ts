import { decodeHTMLStrict } from 'entities/decode';

/** Tags for typography in CSL, in Crossref's metadata, and in what citation-js makes of TeX. Other tags belong to the title. */
const typographicTag =
  /<\/?(?:i|b|u|em|strong|sup|sub|sc|scp|tt|p|span|br|(?:mml|jats):[a-z]{1,20})(?:\s[^<>]{0,200})?\s?\/?>/gi;

/** Longer texts are cut, in UTF-16 code units: removing nested tags may take one pass for each. */
const maxTextLength = 10_000;

/** Strips the markup from a field of a record: decodes HTML entities once and removes typographic tags. */
export function stripMarkup(text: string): string {
  let plain = decodeHTMLStrict(text.slice(0, maxTextLength));
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(typographicTag, '');
  }
  return plain;
}
