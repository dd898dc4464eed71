import type { DraftText } from '../text/draft-text.ts';
import type { Span } from '../text/span.ts';
import type { FoundFigure } from './figure.ts';
import { findFigures } from './find-figures.ts';
import { getLexicon } from './lexicon/lexicons.ts';
import { type QuotationMark, readMarks } from './quotations.ts';
import { getNumberLanguage, type NumberLanguage } from './read-number.ts';
import { readTokens, type Token } from './tokens.ts';

/** A sentence with its tokens and figures, in order. */
export interface ReadSentence extends Span {
  tokens: readonly Token[];
  figures: readonly FoundFigure[];
}

/** A draft's text whose blocks may have a kind. Rules about names need it: headings and captions use short forms. */
export interface ReadDraft extends Omit<DraftText, 'blocks'> {
  readonly blocks: readonly ReadBlock[];
}

export type ReadBlock = Span & { readonly kind?: string };

/** A draft that was read once for both spotting and queries. */
export interface ReadText {
  draft: ReadDraft;
  /** The language by which its numbers are read. */
  language: NumberLanguage;
  sentences: readonly ReadSentence[];
  /** The double quotation marks of each block. */
  marks: readonly (readonly QuotationMark[])[];
}

/** Reads spans of a draft, such as its sentences or the cells of a table, each by itself. */
export function readSpans(
  draft: ReadDraft,
  language: NumberLanguage,
  spans: readonly Span[],
): ReadSentence[] {
  const lexicon = getLexicon(draft.language);
  return spans.map(({ start, end }) => {
    const tokens = readTokens(draft.text, { start, end }, lexicon);
    return { start, end, tokens, figures: findFigures(tokens, language) };
  });
}

/** Reads a draft once. Its sentences are those of `findSentences`, in order. */
export function readText(draft: ReadDraft, sentences: readonly Span[]): ReadText {
  const language = getNumberLanguage(draft);
  return { draft, language, sentences: readSpans(draft, language, sentences), marks: readMarks(draft) };
}
