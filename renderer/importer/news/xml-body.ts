import { maxElementDepth, TooDeepError } from '../nesting';
import { readBlocks } from '../web/elements/read-blocks';
import { countDataTables } from '../web/elements/tables';
import { parsePage } from '../web/page/parse-page';
import { raiseFigures } from '../web/raised-figures';
import { sanitise } from '../web/sanitise';
import type { NewsItem } from './news-item';

/** Elements of NITF that have another name in HTML. All others have the same, or stand in a line. */
const htmlNames = new Map([
  ...([
    ['hl1', 'h1'],
    ['hl2', 'h2'],
    ['bq', 'blockquote'],
    ['block', 'div'],
    ['media', 'figure'],
    ['note', 'div'],
  ] as const),
  ...([
    ['media-caption', 'figcaption'],
    ['media-reference', 'img'],
    ['datasource', 'p'],
    ['credit', 'p'],
  ] as const),
  ...([
    ['fn', 'span'],
    ['body.content', 'div'],
    ['tagline', 'p'],
    ['bibliography', 'p'],
    ['media-producer', 'p'],
    ['inlineXML', 'div'],
    ['body', 'div'],
  ] as const),
] as [string, string][]);

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
