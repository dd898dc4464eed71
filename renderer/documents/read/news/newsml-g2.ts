import { readPlainText } from '#shared/import/text/plain-text.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { findChild, findChildren, getAttribute } from '../base/xml.ts';
import {
  countOtherTexts,
  createDateline,
  getBodyText,
  type NewsItem,
  readHtmlBody,
  readXmlBody,
} from './news-item.ts';

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

type Content = Pick<NewsItem, 'body'> | NewsItem;

function readInlineXml(inline: Element): Content | null {
  const root = inline.firstElementChild;
  const nitf = root?.localName === 'nitf' ? readNitf(root) : null;
  if (nitf) return nitf;
  return root && { body: readXmlBody(findChild(root, 'body') ?? inline) };
}

function readInlineData(inline: Element): Content {
  const text = inline.textContent ?? '';
  const isHtml = /html/i.test(getAttribute(inline, 'contenttype') ?? '');
  if (isHtml) return { body: readHtmlBody(text) };
  const blocks = text.trim() === '' ? [] : readPlainText(text.trim());
  return { body: { blocks, imagesLeftOut: 0, tablesKept: 0 } };
}

/** The bodies of an item: XHTML or NITF in it, then text. Content that lies elsewhere is not fetched. */
function readContents(item: Element): Content[] {
  const contentSet = findChild(item, 'contentSet');
  return [
    ...findChildren(contentSet, 'inlineXML').flatMap((inline) => readInlineXml(inline) ?? []),
    ...findChildren(contentSet, 'inlineData').map(readInlineData),
  ].filter(({ body }) => body.blocks.length > 0);
}

function readItem(item: Element): NewsItem | null {
  const [content, ...contents] = readContents(item);
  if (!content) return null;
  const [itemMeta, contentMeta] = [findChild(item, 'itemMeta'), findChild(item, 'contentMeta')];
  const nitf = 'headline' in content ? content : null;
  const creators = findChildren(contentMeta, 'creator').map((one) => readText(findChild(one, 'name')));
  const bylines = findChildren(contentMeta, 'by').map(readText);
  const byline = (bylines.length > 0 ? bylines : creators).filter((name) => name !== '').join(', ');
  const headlines = findChildren(contentMeta, 'headline').map(readText);
  const headline = headlines[0] || nitf?.headline || readText(findChild(itemMeta, 'title'));
  const dateline = findChildren(contentMeta, 'dateline').map(readText).join(' ');
  const lead = nitf?.lead ?? [];
  const subheadlines = nitf?.subheadlines ?? [];
  const read = [headline, ...subheadlines, getBodyText(content.body), ...lead.map(({ text }) => text)];
  const others = [
    ...contents.map(({ body }) => getBodyText(body)),
    ...headlines,
    ...findChildren(contentMeta, 'description').map(readText),
  ];
  const isKnown = countOtherTexts([dateline], read) === 0;
  return {
    headline,
    subheadlines,
    lead: isKnown ? lead : [...lead, ...createDateline(dateline, content.body)],
    byline: byline || (nitf?.byline ?? ''),
    date: readText(findChild(itemMeta, 'versionCreated')) || (nitf?.date ?? ''),
    language: getAttribute(findChild(contentMeta, 'language'), 'tag') ?? item.getAttribute('xml:lang') ?? '',
    body: content.body,
    leftOutCount: (nitf?.leftOutCount ?? 0) + countOtherTexts(others, read),
    otherCount: 0,
  };
}

/** Reads the first article with text in NewsML-G2 (IPTC, NewsML-G2 2.34), of an item or of a message with several; null for none. */
export function readNewsMl(root: Element): NewsItem | null {
  const items =
    root.localName === 'newsItem' ? [root] : Array.from(root.querySelectorAll('itemSet > newsItem'));
  const [first, ...others] = items.flatMap((item) => readItem(item) ?? []);
  return first ? { ...first, otherCount: others.length } : null;
}
