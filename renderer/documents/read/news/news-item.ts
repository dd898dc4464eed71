import type { ImportedBlock } from '#shared/import/base/imported-blocks.ts';
import type { ImportNotice } from '#shared/import/base/notices.ts';
import { maxElementDepth, TooDeepError } from '../base/xml.ts';
import { parsePage, sanitise } from '../web/elements/parse-page.ts';
import { countDataTables, readBlocks } from '../web/elements/read-blocks.ts';
import { raiseFigures } from '../web/raised-figures.ts';

/** An article as a news agency sends it. */
export interface NewsItem {
  headline: string;
  subheadlines: string[];
  byline: string;
  /** When it was published, as the file says it. */
  date: string;
  language: string;
  body: { blocks: ImportedBlock[]; imagesLeftOut: number; tablesKept: number };
  /** Words that stand apart between the headlines and the body, as a summary and a dateline. */
  lead: ImportedBlock[];
  /** Words beside the article that are left out, such as notes to editors and other versions of a body. */
  leftOutCount: number;
  /** Other articles in the same file. */
  otherCount: number;
}

const withoutSpaces = (text: string) => text.replace(/\s+/g, '');

/** Counts texts that say something else than each of those that are read. Files often have the same text in several forms. */
export function countOtherTexts(texts: readonly string[], read: readonly string[]): number {
  const known = new Set(read.map(withoutSpaces));
  return texts.map(withoutSpaces).filter((text) => text !== '' && !known.has(text)).length;
}

/** The text of a body, to compare it with others. */
export const getBodyText = ({ blocks }: NewsItem['body']) => blocks.map(({ text }) => text).join('\n');

/** The dateline as a paragraph of its own, unless the body begins with it; none for ''. */
export function createDateline(dateline: string, body: NewsItem['body']): ImportedBlock[] {
  const isRepeated = withoutSpaces(getBodyText(body)).startsWith(withoutSpaces(dateline));
  return isRepeated ? [] : [{ kind: 'paragraph', level: null, marks: [], text: dateline }];
}

/** Why a file of news is not read. `why` continues a sentence that begins with the file's name. */
export type NewsFault = { kind: 'damaged' } | { kind: 'hostile'; why: string } | { kind: 'noText' };

export type ReadNews =
  | { ok: true; item: NewsItem; encodingNotices: ImportNotice[] }
  | { ok: false; fault: NewsFault };

/** Elements of NITF that have another name in HTML. All others have the same, or stand in a line. */
const htmlNames = new Map<string, string>([
  ['hl1', 'h1'],
  ['hl2', 'h2'],
  ['bq', 'blockquote'],
  ['block', 'div'],
  ['media', 'figure'],
  ['note', 'div'],
  ['media-caption', 'figcaption'],
  ['media-reference', 'img'],
  ['datasource', 'p'],
  ['credit', 'p'],
  ['fn', 'span'],
  ['body.content', 'div'],
  ['tagline', 'p'],
  ['bibliography', 'p'],
  ['media-producer', 'p'],
  ['inlineXML', 'div'],
  ['body', 'div'],
]);

const nitfOnly = new Set(['media-metadata', 'media-object']);

function appendCopy(target: Element, source: Element, depth: number): void {
  if (depth > maxElementDepth) throw new TooDeepError();
  for (const node of source.childNodes)
    if (node instanceof Text) target.append(node.data);
    else if (node instanceof Element && !nitfOnly.has(node.localName)) {
      const copy = target.ownerDocument.createElement(htmlNames.get(node.localName) ?? node.localName);
      const href = node.localName === 'a' ? node.getAttribute('href') : null;
      if (href !== null) copy.setAttribute('href', href);
      target.append(copy);
      appendCopy(copy, node, depth + 1);
    }
}

/** Reads the body of a page that is not shown. */
export function readHtmlBody(html: string): NewsItem['body'] {
  return readBody(parsePage(html, null).document.body);
}

/** Reads a body in XHTML or NITF. Throws a TooDeepError when it is nested deeper than any article is. */
export function readXmlBody(source: Element): NewsItem['body'] {
  const { body } = new DOMParser().parseFromString('', 'text/html');
  appendCopy(body, source, 0);
  return readBody(body);
}

function readBody(body: HTMLElement): NewsItem['body'] {
  const imagesLeftOut = body.querySelectorAll('img').length;
  sanitise(body);
  raiseFigures(body);
  return { blocks: readBlocks(body), imagesLeftOut, tablesKept: countDataTables(body) };
}
