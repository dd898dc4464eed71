import type { Draft, Mark } from '#shared/domain/base/draft.ts';
import * as sentences from '#shared/text/format/wording.ts';
import { collapseWhitespace, isolate } from '#shared/text/format/wording.ts';
import type { Span } from '#shared/text/span.ts';
import type { SearchedField, SearchedTexts, TextPlace } from './searched-texts.ts';

/*
 * The strings of a report, by their origin. Nothing confidential may leave the app, so a report is searched before it is shown or
 * written. The article and our own words are not searched: the compiler knows these strings, because only this file can make them.
 * `searchText` makes all others and puts them on the list that is searched. Renderers accept no other strings; one that prints more
 * than the report, such as a setting of its format, puts that on the list itself.
 */

declare const origin: unique symbol;

type From<Origin extends string> = string & { readonly [origin]: Origin };

/** Text of the shown draft. */
export type ArticleText = From<'article'>;
/** Words of our own. */
export type OwnText = From<'own'>;
/** Any other text. It is searched for confidential terms. */
export type SearchedText = From<'searched'>;
/** Any text of a report, also one joined from several origins. */
export type ReportText = From<'article' | 'own' | 'searched'>;

/** A draft as a report shows it. `shown-draft.ts` alone makes it. */
export type ShownDraft = Draft & { readonly [origin]: 'shown' };

/** Marks a draft that holds only what its report prints. For `shown-draft.ts` alone. */
export function trustShown(draft: Draft): ShownDraft {
  return draft as ShownDraft;
}

/** The text of the shown draft between two UTF-16 offsets. */
export function quoteArticle({ text }: ShownDraft, { start, end }: Span): ArticleText {
  return text.slice(start, end) as ArticleText;
}

/** The address of a link in the shown draft, which is a part of the article; null for other marks. */
export function quoteLink(shown: ShownDraft, mark: Mark): ArticleText | null {
  return shown.marks.includes(mark) ? (mark.href as ArticleText | null) : null;
}

/** Finds words in the shown draft as whole words, and returns them as article text; null where it does not have them. */
export function findInArticle(shown: ShownDraft, words: string): ArticleText | null {
  if (words === '') return null;
  for (let start = shown.text.indexOf(words); start !== -1; start = shown.text.indexOf(words, start + 1)) {
    const end = start + words.length;
    const around = shown.text.slice(Math.max(0, start - 1), start) + shown.text.slice(end, end + 1);
    if (!/[\p{L}\p{N}]/u.test(around)) return quoteArticle(shown, { start, end });
  }
  return null;
}

/** A literal, or a union of some: `string` and patterns such as `a${string}` become `never`, which takes nothing. */
export type Literal<S extends string> = S extends unknown
  ? Record<never, never> extends Record<S, 1>
    ? never
    : S
  : never;

/** Words of our own: a literal, or one of several. Any other string is a compile error. */
export function own<const S extends string>(words: S & Literal<S>): OwnText {
  return trustOwn(words);
}

/** Marks words made of numbers, dates and our own words. For `own-values.ts` alone, which gets no strings that people typed. */
export function trustOwn(words: string): OwnText {
  return words as OwnText;
}

/** Puts a text on the list that is searched. Returns '' for a field that the format does not print, so it can't get into the file. */
export function searchText(
  texts: SearchedTexts,
  field: SearchedField,
  place: TextPlace,
  text: string,
): SearchedText {
  return texts.add(field, place, text) as SearchedText;
}

/** As `searchText`, for a text that takes long to make: it is made when the search or a renderer first reads it. */
export function searchLater(
  texts: SearchedTexts,
  field: SearchedField,
  place: TextPlace,
  make: () => string,
): () => SearchedText {
  let cached: string | null = null;
  const read = texts.addLater(field, place, () => {
    cached ??= make();
    return cached;
  });
  return () => read() as SearchedText;
}

/** Joins texts and numbers with the words of the template, which are our own. */
export function text(words: TemplateStringsArray, ...parts: readonly (ReportText | number)[]): ReportText {
  let joined = words[0] ?? '';
  for (const [index, part] of parts.entries()) joined += part + (words[index + 1] ?? '');
  return joined as ReportText;
}

/** Joins texts by a separator of our own. */
export function joinTexts<const S extends string>(
  texts: readonly ReportText[],
  separator: S & Literal<S>,
): ReportText {
  return texts.join(separator) as ReportText;
}

/** Lists texts as a sentence does: `Ada, Bo and Cy`. */
export function listTexts(texts: readonly ReportText[]): ReportText {
  const last = texts.at(-1);
  if (last === undefined) return own('');
  return texts.length === 1 ? last : text`${joinTexts(texts.slice(0, -1), ', ')} and ${last}`;
}

/** Prepares text that people wrote for a sentence of a report. */
export type TextFormatter = (text: ReportText) => ReportText;

/**
 * Changes a text and keeps its origin. Only for changes that add no words: escaping, shortening, and changes of white space, case
 * and punctuation.
 */
export function reshape<Text extends ReportText>(from: Text, change: (text: string) => string): Text {
  return change(from) as Text;
}

/** For formats that keep the bytes of a text. */
export const leaveText: TextFormatter = (from) => from;

export const isolateText: TextFormatter = (from) => reshape(from, isolate);

export function endSentence<Text extends ReportText>(from: Text): Text {
  return reshape(from, sentences.endSentence);
}

export function capitalize<Text extends ReportText>(from: Text): Text {
  return reshape(from, sentences.capitalize);
}

export function collapseText<Text extends ReportText>(from: Text): Text {
  return reshape(from, collapseWhitespace);
}

/** Cuts a text at a separator, or by an expression. */
export function splitText<Text extends ReportText>(from: Text, separator: string | RegExp): Text[] {
  return from.split(separator) as Text[];
}

/** A shape of data with texts of a report in place of strings; literals stay. */
export type Texts<Value> = Value extends string
  ? string extends Value
    ? ReportText
    : Value
  : Value extends readonly (infer Item)[]
    ? Texts<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: Texts<Value[Key]> }
      : Value;

/** A value of JSON whose strings are literals or texts of a report: any other string becomes `never`, which takes nothing. */
export type Printable<Value> = Value extends ReportText
  ? Value
  : Value extends string
    ? Literal<Value>
    : Value extends readonly unknown[]
      ? { readonly [Index in keyof Value]: Printable<Value[Index]> }
      : Value extends object
        ? { readonly [Key in keyof Value]: Printable<Value[Key]> }
        : Value;

/** Puts a text into quotation marks. */
export function addQuotationMarks(quoted: ReportText): ReportText {
  return text`“${quoted}”`;
}

const ownQuotationMarks = /^["“„«]|["”»]$/;

/** Whether a text begins or ends with a quotation mark, so that it needs none around it. */
export function hasOwnQuotationMarks(words: string): boolean {
  return ownQuotationMarks.test(words);
}
