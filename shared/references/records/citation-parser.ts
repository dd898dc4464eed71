/// <reference path="./citation-js.d.ts" />
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

/**
 * The only door to citation-js. Its core fetches what it takes for an address, but only where it guesses the format of its
 * input (`Cite`, `plugins.input.chain`): here a text goes to the parser of one named format, and that one fetches nothing.
 */
const parse = plugins.input.data;

/** Enough for the first entry and those it refers to; a chain of thousands would take the square of their number. */
const mostEntries = 100;

/** The first entries of a BibTeX or BibLaTeX text, as CSL-JSON. Throws when the text breaks the grammar. */
export function parseBibtex(text: string): unknown {
  const entries = parse(text, '@biblatex/text');
  return parse(Array.isArray(entries) ? entries.slice(0, mostEntries) : entries, '@biblatex/entries+list');
}

/** An RIS text that holds one record, as CSL-JSON. Throws when it holds none. */
export function parseRis(text: string): unknown {
  const records = parse(text, '@ris/file');
  return parse(Array.isArray(records) ? records[0] : records, '@ris/record');
}
