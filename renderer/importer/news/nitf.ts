import { collapseWhitespace } from '../../../shared/text/format/wording';
import { findChild, findChildren, getAttribute } from '../xml';
import { createDateline, type NewsItem, readXmlBody } from './news-item';

const readText = (element: Element | null) => collapseWhitespace(element?.textContent ?? '');

/** `20260106T090000Z` as `2026-01-06`; any other date as it is. */
const readDate = (date: string) => date.replace(/^(\d{4})(\d\d)(\d\d)(?:T.*)?$/, '$1-$2-$3');

/** Parts of `body.head` that are read. */
const readParts = new Set(['hedline', 'byline', 'dateline', 'abstract']);

const noBody: NewsItem['body'] = { blocks: [], imagesLeftOut: 0, tablesKept: 0 };

/** Reads parts of an article one after the other. */
function joinBodies(parts: readonly (Element | null)[]): NewsItem['body'] {
  const bodies = parts.map((part) => (part ? readXmlBody(part) : noBody));
  return {
    blocks: bodies.flatMap(({ blocks }) => blocks),
    imagesLeftOut: bodies.reduce((sum, body) => sum + body.imagesLeftOut, 0),
    tablesKept: bodies.reduce((sum, body) => sum + body.tablesKept, 0),
  };
}

/** Reads an article in NITF (IPTC, NITF 3.6); null when it has no body. */
export function readNitf(root: Element): NewsItem | null {
  const head = findChild(root, 'head');
  const bodyElement = findChild(root, 'body');
  const bodyHead = findChild(bodyElement, 'body.head');
  const content = findChild(bodyElement, 'body.content');
  if (!content) return null;
  const headlines = findChild(bodyHead, 'hedline');
  const issued = findChild(findChild(head, 'docdata'), 'date.issue');
  const body = joinBodies([content, findChild(bodyElement, 'body.end')]);
  const abstract = joinBodies(findChildren(bodyHead, 'abstract'));
  const datelines = findChildren(bodyHead, 'dateline').map(readText).join(' ');
  const others = Array.from(bodyHead?.children ?? []).filter(({ localName }) => !readParts.has(localName));
  const bylines = findChildren(bodyHead, 'byline').map(readText);
  return {
    headline: readText(findChild(headlines, 'hl1')) || readText(findChild(head, 'title')),
    subheadlines: findChildren(headlines, 'hl2').map(readText),
    byline: bylines.join(', '),
    date: readDate(getAttribute(issued, 'norm') ?? ''),
    language: root.getAttribute('xml:lang') ?? '',
    lead: [...abstract.blocks, ...createDateline(datelines, body)],
    body,
    leftOutCount: others.filter((element) => readText(element) !== '').length,
    otherCount: 0,
  };
}
