import { Readability } from '@mozilla/readability';
import { collapseWhitespace } from '../../../../shared/text/format/wording';
import type { ParsedPage } from './parse-page';

/** The article that Readability finds on a page, and its metadata. */
export interface ExtractedArticle {
  root: Element;
  title: string;
  byline: string | null;
  publishedAt: string | null;
  language: string | null;
}

/** Finds the article on a page, and takes the page apart for it. Null when Readability finds none. */
export function extractArticle({ document }: ParsedPage): ExtractedArticle | null {
  const result = runReadability(document);
  if (!result?.article || !(result.article.content instanceof Element)) return null;
  const { content: root, title, byline = null, publishedTime = null, lang = null } = result.article;
  return {
    root,
    title: restoreDashes(title ?? '', result.pageTitle),
    byline,
    publishedAt: publishedTime,
    language: lang,
  };
}

/** Null for a page whose elements hide properties of the DOM, so that reading it throws: it may still be read whole. */
function runReadability(document: Document) {
  try {
    const pageTitle = collapseWhitespace(document.title);
    if (replaceDashes(pageTitle) !== pageTitle) document.title = replaceDashes(pageTitle);
    return { pageTitle, article: new Readability<Node>(document, { serializer: (node) => node }).parse() };
  } catch {
    return null;
  }
}

/** Readability separates the site's name from a title only at a hyphen between spaces, and many pages have a dash there. */
function replaceDashes(title: string): string {
  return title.replace(/ [–—] /g, ' - ');
}

/** The title with the dashes that it has in the page's title. */
function restoreDashes(title: string, pageTitle: string): string {
  const offset = replaceDashes(pageTitle).indexOf(title);
  return offset === -1 ? title : pageTitle.slice(offset, offset + title.length);
}
