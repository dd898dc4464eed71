import { readPlainText } from '../../../shared/import/text/plain-text';
import { collapseWhitespace } from '../../../shared/text/format/collapse-whitespace';
import { findChild, findChildren, getAttribute } from '../xml';
import type { NewsItem } from './news-item';
import { readNitf } from './nitf';
import { readHtmlBody, readXmlBody } from './xml-body';

const readText = (element: Element | null) => collapseWhitespace(element?.textContent ?? '');

const hasBlocks = (body: NewsItem['body'] | undefined) => body !== undefined && body.blocks.length > 0;

/** The body of an item: XHTML or NITF in it, or text. Content that lies elsewhere is not fetched. */
function readContent(item: Element): Pick<NewsItem, 'body'> | NewsItem | null {
  const contentSet = findChild(item, 'contentSet');
  for (const inline of findChildren(contentSet, 'inlineXML')) {
    const root = inline.firstElementChild;
    const nitf = root?.localName === 'nitf' ? readNitf(root) : null;
    if (nitf && hasBlocks(nitf.body)) return nitf;
    const body = root && !nitf ? readXmlBody(findChild(root, 'body') ?? inline) : undefined;
    if (body && hasBlocks(body)) return { body };
  }
  for (const inline of findChildren(contentSet, 'inlineData')) {
    const text = inline.textContent ?? '';
    const isHtml = /html/i.test(getAttribute(inline, 'contenttype') ?? '');
    if (text.trim() === '') continue;
    if (isHtml) return { body: readHtmlBody(text) };
    return { body: { blocks: readPlainText(text.trim()), imagesLeftOut: 0, tablesKept: 0 } };
  }
  return null;
}

function readItem(item: Element): NewsItem | null {
  const content = readContent(item);
  if (!content) return null;
  const [itemMeta, contentMeta] = [findChild(item, 'itemMeta'), findChild(item, 'contentMeta')];
  const nitf = 'headline' in content ? content : null;
  const creators = findChildren(contentMeta, 'creator').map((one) => readText(findChild(one, 'name')));
  const bylines = findChildren(contentMeta, 'by').map(readText);
  const byline = (bylines.length > 0 ? bylines : creators).filter((name) => name !== '').join(', ');
  return {
    headline:
      readText(findChild(contentMeta, 'headline')) ||
      nitf?.headline ||
      readText(findChild(itemMeta, 'title')),
    subheadline: nitf?.subheadline ?? '',
    byline: byline || (nitf?.byline ?? ''),
    date: readText(findChild(itemMeta, 'versionCreated')) || (nitf?.date ?? ''),
    language: getAttribute(findChild(contentMeta, 'language'), 'tag') ?? item.getAttribute('xml:lang') ?? '',
    body: content.body,
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
