/// <reference path="./citation-js.d.ts" />
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

/**
 * The only function of citation-js that is used. citation-js fetches addresses, but only where it guesses the format of its
 * input (`Cite`, `plugins.input.chain`). This function parses one given format and fetches nothing.
 */
const parse = plugins.input.data;

/**
 * Enough for the first entries and those they refer to. Further ones are dropped, because the time to resolve references
 * between entries grows with the square of their number.
 */
const maxEntries = 100;

/** Parses the first entries of a BibTeX or BibLaTeX text to CSL-JSON. Throws on invalid syntax. */
export function parseBibtex(text: string): unknown {
  const entries = parse(text, '@biblatex/text');
  return parse(Array.isArray(entries) ? entries.slice(0, maxEntries) : entries, '@biblatex/entries+list');
}

/** Parses an RIS text with a single record to CSL-JSON. Throws when it holds none. */
export function parseRis(text: string): unknown {
  const records = parse(text, '@ris/file');
  return parse(Array.isArray(records) ? records[0] : records, '@ris/record');
}
