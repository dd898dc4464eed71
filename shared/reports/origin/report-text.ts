import type { Draft, Mark } from '../../domain/draft/draft';
import * as sentences from '../../text/format/wording';
import { collapseWhitespace, isolate } from '../../text/format/wording';
import type { Span } from '../../text/span';
import type { SearchedField, SearchedTexts, TextPlace } from './searched-texts';

/*
 * The strings of a report, by their origin. What is confidential must not leave the app, so a report is searched for it before it is
 * shown or written. The article itself and our own words are not: the compiler knows which strings those are, because this file alone
 * can make them. All others are made by `searchText`, which puts them on the list that is searched. Renderers take nothing else; what one
 * of them prints beside the report, such as a setting of its format, it puts on the list itself.
 */

declare const origin: unique symbol;

type From<Origin extends string> = string & { readonly [origin]: Origin };

/** Text of the shown draft. */
export type ArticleText = From<'article'>;
/** Words of our own. */
export type OwnText = From<'own'>;
/** Text that is searched for what is confidential: all that is neither of the others. */
export type SearchedText = From<'searched'>;
/** Any text of a report, and texts that were joined. */
export type ReportText = From<'article' | 'own' | 'searched'>;

/** A draft as a report shows it. `shown-draft.ts` alone makes it. */
export type ShownDraft = Draft & { readonly [origin]: 'shown' };

/** Marks a draft without all that its report does not print. For `shown-draft.ts` alone. */
export function trustShown(draft: Draft): ShownDraft {
  return draft as ShownDraft;
}

/** The text of the shown draft between two UTF-16 offsets. */
export function quoteArticle({ text }: ShownDraft, { start, end }: Span): ArticleText {
  return text.slice(start, end) as ArticleText;
}

/** The addresses of links in the shown draft are a part of it. */
export function quoteLink(shown: ShownDraft, mark: Mark): ArticleText | null {
  return shown.marks.includes(mark) ? (mark.href as ArticleText | null) : null;
}

/** The same words as a part of the article, where the shown draft has them, and not within other words; null where it has not. */
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

/** Marks words that were made of numbers, dates and our own words. For `own-values.ts` alone, which has no strings that people typed. */
export function trustOwn(words: string): OwnText {
  return words as OwnText;
}

/** Puts a text on the list that is searched. A field that the format does not print is '' from here on, so it can't get into the file. */
export function searchText(
  texts: SearchedTexts,
  field: SearchedField,
  place: TextPlace,
  text: string,
): SearchedText {
  return texts.add(field, place, text) as SearchedText;
}

/** The same for a text that takes long to make: it is made when it is first read, by the search or by a renderer. */
export function searchLater(
  texts: SearchedTexts,
  field: SearchedField,
  place: TextPlace,
  make: () => string,
): () => SearchedText {
  let made: string | null = null;
  const read = texts.addLater(field, place, () => {
    made ??= make();
    return made;
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

/** How text that people wrote is put into a sentence of a report. */
export type TextFormatter = (text: ReportText) => ReportText;

/**
 * Makes a change that adds no word of another origin: it escapes, shortens, cuts, or changes white space, case and punctuation. Only for
 * changes of that kind.
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
