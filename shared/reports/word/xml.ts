import { replaceLoneSurrogates } from '../base/printable.ts';
import type { Literal, ReportText } from '../base/report-text.ts';
import { escapeHtml } from '../base/safe-html.ts';

/** Control characters that XML 1.0 (2.2) does not allow, apart from white space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this expression looks for control characters
const unwritableControl = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const unwritable = /[\u007f-\u009f]|\p{Noncharacter_Code_Point}/gu;

/** Text of the scripts and signs that most texts consist of, which needs no change. */
const writable = /^[\t\n\r -~\u00a0-\ud7ff\ue000-\ufdcf]*$/;

/**
 * Replaces characters that an XML document can't hold, or should not, by visible symbols. The length in UTF-16 code units stays, so
 * offsets stay true as well.
 */
export function toXmlText(text: string): string {
  if (writable.test(text)) return text;
  return replaceLoneSurrogates(text)
    .replace(unwritableControl, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(unwritable, (character) => '\ufffd'.repeat(character.length));
}

/** Escapes a text of `toXmlText` for the content or a quoted attribute of an element. */
export function escapeXml(text: string): string {
  return escapeHtml(toXmlText(text));
}

declare const xmlMarkup: unique symbol;

/** XML that is safe to write. Only this file makes it: a raw string is none. */
export type Xml = string & { readonly [xmlMarkup]: true };

/** A template of XML: only the template itself, and XML that is put into it, can contain markup. */
export function xml(markup: TemplateStringsArray, ...parts: readonly (Xml | number)[]): Xml {
  let joined = markup[0] ?? '';
  for (const [index, part] of parts.entries()) joined += part + (markup[index + 1] ?? '');
  return joined as Xml;
}

/** Escapes a text for the content or a quoted attribute of an element. */
export function xmlText(text: ReportText): Xml {
  return escapeXml(text) as Xml;
}

/** Markup of our own: a literal, or one of several. */
export function literal<const S extends string>(markup: S & Literal<S>): Xml {
  return markup as string as Xml;
}

/** Marks XML that is made of our own literals and of what was checked. For `styles.ts` alone. */
export function trustXml(markup: string): Xml {
  return markup as Xml;
}

/** Joins XML. */
export function joinXml(parts: readonly Xml[]): Xml {
  return parts.join('') as Xml;
}
