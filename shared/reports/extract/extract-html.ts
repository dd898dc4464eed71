import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { fieldClasses } from '../html/field-classes';
import { formatUnplacedName } from '../wording/describe-claim';
import { reviewerFieldNames, reviewerFields } from '../wording/reviewer-fields';
import { fileHeadPart, PartCollector, type ReportPart } from './report-part';

/** Returns the name of the part that a tag of our HTML begins; null when it begins none. */
function findPartStart(tag: string, attributes: string): string | null {
  const [, list, number] = /\bid="([cs])(\d+)"/.exec(attributes) ?? [];
  if (number !== undefined) return `${list === 'c' ? 'claim' : 'source'} ${number}`;
  const [, state, draft, position] = /\bid="(waiting|cut)-(\d+)-(\d+)"/.exec(attributes) ?? [];
  if (state === 'waiting' || state === 'cut')
    return formatUnplacedName({ state, draftNumber: Number(draft) }, Number(position));
  if (/\bclass="summary"/.test(attributes)) return 'the summary';
  if (['header', 'article', 'footer'].includes(tag)) return `the ${tag}`;
  return tag === 'section' ? 'the lists' : null;
}

const fieldNamesByClass = new Map(
  reviewerFields.map((field) => [fieldClasses[field], reviewerFieldNames[field]] as const),
);

/** Returns the name of the reviewer field that a tag begins; null when it begins none. */
function findFieldStart(tag: string, attributes: string): string | null {
  const [, name = ''] = tag === 'span' ? (/\bclass="(\w+)"/.exec(attributes) ?? []) : [];
  return fieldNamesByClass.get(name) ?? null;
}

/** Tags inside which a word can continue. */
const inlineTags = new Set('a b strong em mark span cite q i u'.split(' '));
/** A comment, a tag with its attributes, or text. */
const token = /<!--([\s\S]*?)-->|<(\/?)([a-z][a-z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/gi;

/** Extracts the text of our HTML by parts, including attributes and comments. */
export function extractHtmlText(html: string): ReportPart[] {
  const parts = new PartCollector();
  let part = fileHeadPart;
  let field: string | null = null;
  const withoutFonts = html.replace(/url\(data:font[^)]*\)/g, '');
  for (const [, comment, close, name = '', attributes = '', text] of withoutFonts.matchAll(token)) {
    if (comment !== undefined) parts.add('a comment', `${decodeHTML(comment)}\n`, false);
    else if (text !== undefined)
      parts.add(field === null ? part : `${field} ${part}`, decodeHTML(text), part !== fileHeadPart);
    else {
      const tag = name.toLowerCase();
      if (close === '') part = findPartStart(tag, attributes) ?? part;
      // Reviewer fields contain no tags, so the next end tag ends one.
      field = close === '' ? findFieldStart(tag, attributes) : null;
      if (!inlineTags.has(tag)) parts.add(part, '\n', part !== fileHeadPart);
      for (const [, double, single] of attributes.matchAll(/=\s*(?:"([^"]*)"|'([^']*)')/g))
        parts.add(`${part}, in an attribute`, `${decodeHTMLAttribute(double ?? single ?? '')}\n`, false);
    }
  }
  return parts.list();
}
