import { collapseWhitespace } from '../../../shared/text/format/collapse-whitespace';
import { findChild, findChildren, getAttribute } from '../xml';
import type { NewsItem } from './news-item';
import { readXmlBody } from './xml-body';

const readText = (element: Element | null) => collapseWhitespace(element?.textContent ?? '');

/** `20260106T090000Z` as `2026-01-06`; any other date as it is. */
const readDate = (date: string) => date.replace(/^(\d{4})(\d\d)(\d\d)(?:T.*)?$/, '$1-$2-$3');

/** Reads an article in NITF (IPTC, NITF 3.6); null when it has no body. */
export function readNitf(root: Element): NewsItem | null {
  const head = findChild(root, 'head');
  const body = findChild(root, 'body');
  const bodyHead = findChild(body, 'body.head');
  const content = findChild(body, 'body.content');
  if (!content) return null;
  const headlines = findChild(bodyHead, 'hedline');
  const issued = findChild(findChild(head, 'docdata'), 'date.issue');
  const bylines = findChildren(bodyHead, 'byline').map(readText);
  return {
    headline: readText(findChild(headlines, 'hl1')) || readText(findChild(head, 'title')),
    subheadline: readText(findChild(headlines, 'hl2')),
    byline: bylines.join(', '),
    date: readDate(getAttribute(issued, 'norm') ?? ''),
    language: root.getAttribute('xml:lang') ?? '',
    body: readXmlBody(content),
    otherCount: 0,
  };
}
