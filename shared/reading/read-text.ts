import type { DraftText } from '../text/draft-text';
import type { Span } from '../text/span';
import type { FoundFigure } from './figures/figure';
import { findFigures } from './figures/find-figures';
import { getNumberLanguage, type NumberLanguage } from './figures/read-number';
import { getLexicon } from './lexicon/lexicons';
import { type Mark, readMarks } from './quotations';
import { readTokens, type Token } from './tokens';

/** A sentence with its words and its figures, in order. */
export interface ReadSentence extends Span {
  tokens: readonly Token[];
  figures: readonly FoundFigure[];
}

/** A draft's text whose blocks may say what they are: headings and captions name people and places in short forms. */
export interface ReadDraft extends Omit<DraftText, 'blocks'> {
  readonly blocks: readonly ReadBlock[];
}

export type ReadBlock = Span & { readonly kind?: string };

/** A draft as spotting and queries read it: each sentence once. */
export interface ReadText {
  draft: ReadDraft;
  /** The language of its numbers. */
  language: NumberLanguage;
  sentences: readonly ReadSentence[];
  /** The double quotation marks of each block. */
  marks: readonly (readonly Mark[])[];
}

/** Reads the sentences of a draft, which are those of `findSentences` in order. */
export function readText(draft: ReadDraft, sentences: readonly Span[]): ReadText {
  const language = getNumberLanguage(draft);
  const lexicon = getLexicon(draft.language);
  const read = sentences.map(({ start, end }) => {
    const tokens = readTokens(draft.text, { start, end }, lexicon);
    return { start, end, tokens, figures: findFigures(tokens, language) };
  });
  return { draft, language, sentences: read, marks: readMarks(draft) };
}
