import type { Literal, ReportText } from '../../origin/report-text';
import { escapeXml } from '../xml-text';

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
