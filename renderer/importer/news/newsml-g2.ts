import { readPlainText } from '../../../shared/import/text/plain-text';
import { collapseWhitespace } from '../../../shared/text/format/wording';
import { findChild, findChildren, getAttribute } from '../xml';
import {
  countOtherTexts,
  createDateline,
  getBodyText,
  type NewsItem,
  readHtmlBody,
  readXmlBody,
} from './news-item';
import { readNitf } from './nitf';

const readText = (element: Element | null) => collapseWhitespace(element?.textContent ?? '');

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
    ...[...headlines, ...findChildren(contentMeta, 'description').map(readText)],
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
