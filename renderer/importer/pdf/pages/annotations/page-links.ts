import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { parseUrl } from '../../../../../shared/domain/url';
import type { GlyphRun } from '../glyph-run';
import { markWords } from './mark-words';
import { type PageRectangle, type PdfAnnotation, toPageRectangle } from './page-annotations';

/** A link over text. */
interface PageLink extends PageRectangle {
  href: string;
}

/** Lists the addresses that a page links to, and the rectangles of the links. */
export function listPageLinks(annotations: readonly PdfAnnotation[], viewport: PageViewport): PageLink[] {
  return annotations.flatMap(({ unsafeUrl, rect }) => {
    const href = unsafeUrl ? parseUrl(unsafeUrl) : null;
    return href === null ? [] : [{ href, ...toPageRectangle(rect, viewport) }];
  });
}

export function markLink(runs: readonly GlyphRun[], link: PageLink): readonly GlyphRun[] {
  return markWords(runs, link, (run) => ({
    ...run,
    style: { ...run.style, href: run.style.href ?? link.href },
  }));
}
