import { Readability } from '@mozilla/readability';
import { onOneLine } from '../../../../shared/text/format/on-one-line';
import type { Page } from './page';

/** What Readability makes out on a page: the article, and what it knows of it. */
export interface FoundArticle {
  root: Element;
  title: string;
  byline: string | null;
  publishedAt: string | null;
  language: string | null;
}

/** Readability parts the site's name from a title at a hyphen between spaces, and pages write a dash there as well. */
function withHyphens(title: string): string {
  return title.replace(/ [–—] /g, ' - ');
}

/** The title with the dashes that the page has in it. */
function withDashes(title: string, own: string): string {
  const at = withHyphens(own).indexOf(title);
  return at === -1 ? title : own.slice(at, at + title.length);
}

/** Finds the article on a page, which is taken apart by it; null when there is none to be made out. */
export function findArticle({ document }: Page): FoundArticle | null {
  try {
    const own = onOneLine(document.title);
    if (withHyphens(own) !== own) document.title = withHyphens(own);
    const found = new Readability<Node>(document, { serializer: (node) => node }).parse();
    if (!found || !(found.content instanceof Element)) return null;
    const { content: root, title, byline = null, publishedTime = null, lang = null } = found;
    const shown = withDashes(title ?? '', own);
    return { root, title: shown, byline, publishedAt: publishedTime, language: lang };
  } catch {
    // A page can be built so that its DOM lies; it may still be read as it stands.
    return null;
  }
}
