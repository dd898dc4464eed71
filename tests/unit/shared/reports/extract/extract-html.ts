import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { fieldClasses } from '../../../../../shared/reports/html/claims';
import { formatUnplacedName } from '../../../../../shared/reports/wording/describe-claim';
import { reviewerFieldNames, reviewerFields } from '../../../../../shared/reports/wording/reviewer-fields';
import { fileHeadPart, PartCollector, type ReportPart } from './report-part';

/** Returns the name of the part that a tag of our HTML begins; null when it begins none. */
function findPartStart(tag: string, attributes: string): string | null {
  if (attributes.includes('id="')) {
    const [, list, number] = /\bid="([cs])(\d+)"/.exec(attributes) ?? [];
    if (number !== undefined) return `${list === 'c' ? 'claim' : 'source'} ${number}`;
    const [, state, draft, position] = /\bid="(waiting|cut)-(\d+)-(\d+)"/.exec(attributes) ?? [];
    if (state === 'waiting' || state === 'cut')
      return formatUnplacedName({ state, draftNumber: Number(draft) }, Number(position));
  }
  if (attributes.includes('class="summary"') && /\bclass="summary"/.test(attributes)) return 'the summary';
  if (['header', 'article', 'footer'].includes(tag)) return `the ${tag}`;
  return tag === 'section' ? 'the lists' : null;
}

const fieldNamesByClass = new Map<string, string>(
  reviewerFields.map((field) => [fieldClasses[field], reviewerFieldNames[field]] as const),
);

/** Returns the name of the reviewer field that a tag begins; null when it begins none. */
function findFieldStart(tag: string, attributes: string): string | null {
  const [, name = ''] = tag === 'span' ? (/\bclass="(\w+)"/.exec(attributes) ?? []) : [];
  return fieldNamesByClass.get(name) ?? null;
}

/** Tags inside which a word can continue. */
const inlineTags = new Set('a b strong em mark span cite q i u wbr'.split(' '));

/** The effects of a tag on the text around it. */
interface Tag {
  isInline: boolean;
  partStart: string | null;
  fieldStart: string | null;
  /** The values of its attributes, a line each. */
  attributeText: string;
}

const attributeValue = /=\s*(?:"([^"]*)"|'([^']*)')/g;

function extractAttributes(attributes: string): string {
  let text = '';
  for (const [, double, single] of attributes.matchAll(attributeValue)) {
    const value = double ?? single ?? '';
    text += `${value.includes('&') ? decodeHTMLAttribute(value) : value}\n`;
  }
  return text;
}

function describeTag(isEnd: boolean, name: string, attributes: string): Tag {
  const tag = name.toLowerCase();
  return {
    isInline: inlineTags.has(tag),
    partStart: isEnd ? null : findPartStart(tag, attributes),
    fieldStart: isEnd ? null : findFieldStart(tag, attributes),
    attributeText: attributes === '' ? '' : extractAttributes(attributes),
  };
}

/** A comment, or a tag with its attributes. Any other `<` is text. */
const markup = /<!--([\s\S]*?)-->|<(\/?)([a-z][a-z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/iy;

/** Extracts the text of our HTML by parts, including attributes and comments. */
export function extractHtmlText(html: string): ReportPart[] {
  const content = html.replace(/url\(data:font[^)]*\)/g, '');
  const parts = new PartCollector();
  let part = parts.get(fileHeadPart, false);
  let place = part;
  let attributes: ReportPart | null = null;
  const addText = (text: string) => {
    place.text += text.includes('&') ? decodeHTML(text) : text;
  };
  const addTag = ({ partStart, fieldStart, isInline, attributeText }: Tag) => {
    if (partStart !== null && partStart !== part.name) {
      part = parts.get(partStart);
      attributes = null;
    }
    // Reviewer fields contain no tags, so the next end tag ends one.
    place = fieldStart === null ? part : parts.get(`${fieldStart} ${part.name}`);
    // A claim has several tags, whose words must not touch.
    if (fieldStart !== null && place.text !== '') place.text += '\n';
    if (!isInline) part.text += '\n';
    if (attributeText === '') return;
    attributes ??= parts.get(`${part.name}, in an attribute`, false);
    attributes.text += attributeText;
  };
  // Most tags are written alike many times, so they are read once.
  const tags = new Map<string, Tag>();
  let end = 0;
  for (let start = content.indexOf('<'); start !== -1; start = content.indexOf('<', end)) {
    if (start > end) addText(content.slice(end, start));
    const written = content.slice(start, content.indexOf('>', start) + 1);
    const known = tags.get(written);
    if (known) {
      end = start + written.length;
      addTag(known);
      continue;
    }
    markup.lastIndex = start;
    const [found = '<', comment, close, name, attributes = ''] = markup.exec(content) ?? [];
    end = start + found.length;
    if (comment !== undefined) parts.add('a comment', `${decodeHTML(comment)}\n`, false);
    else if (name === undefined) addText(found);
    else {
      const tag = describeTag(close !== '', name, attributes);
      if (found === written) tags.set(written, tag);
      addTag(tag);
    }
  }
  if (end < content.length) addText(content.slice(end));
  return parts.list();
}
