import { Readability } from '@mozilla/readability';
import type { Page } from './page';

/** What Readability makes out on a page: the article, and what it knows of it. */
export interface FoundArticle {
  root: Element;
  title: string | null;
  byline: string | null;
  publishedAt: string | null;
  language: string | null;
}

/** Finds the article on a page, which is taken apart by it; null when there is none to be made out. */
export function findArticle({ document }: Page): FoundArticle | null {
  try {
    const found = new Readability<Node>(document, { serializer: (node) => node }).parse();
    if (!found || !(found.content instanceof Element)) return null;
    const { content: root, title = null, byline = null, publishedTime = null, lang = null } = found;
    return { root, title, byline, publishedAt: publishedTime, language: lang };
  } catch {
    // A page can be built so that its DOM lies; it may still be read as it stands.
    return null;
  }
}
