import { normalizeUnicode, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { countLigatures, replaceLigatures } from '#renderer/documents/read/text/ligatures.ts';
import { hasRightToLeft } from '#shared/text/characters/direction.ts';

/**
 * A string on a page as pdf.js finds it. `transform` is a matrix [a b c d e f] (ISO 32000-1, 8.3.3); lengths are in units of
 * the page.
 */
export interface TextItem {
  str: string;
  dir: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
  hasEOL: boolean;
}

/** The start or the end of marked content (ISO 32000-1, 14.6). */
interface MarkedContentItem {
  type: string;
  tag?: string;
}

export type ContentItem = TextItem | MarkedContentItem;

interface PageContent {
  items: ContentItem[];
  /** The fonts that run from top to bottom. */
  verticalFonts: Set<string>;
}

/**
 * Reads the text items of a page, and counts the ligatures in them, which become letters. Marked content is included only on request.
 * pdf.js would replace the ligatures without a count. Together with them it replaces characters that its order of right-to-left
 * text depends on, so it reads a page with such text once more, and replaces them itself.
 */
export async function readPageContent(
  page: PDFPageProxy,
  includeMarkedContent = false,
): Promise<PageContent & { ligatureCount: number }> {
  const written = await readItems(page, { includeMarkedContent, disableNormalization: true });
  const texts = written.items.flatMap((item) => ('str' in item ? [item.str] : []));
  const ligatureCount = countLigatures(texts);
  if (texts.some(hasRightToLeft))
    return { ...(await readItems(page, { includeMarkedContent })), ligatureCount };
  const items = written.items.map((item) =>
    'str' in item ? { ...item, str: normalizeUnicode(replaceLigatures(item.str)) } : item,
  );
  return { ...written, items, ligatureCount };
}

async function readItems(
  page: PDFPageProxy,
  options: { includeMarkedContent: boolean; disableNormalization?: boolean },
): Promise<PageContent> {
  const items: ContentItem[] = [];
  const verticalFonts = new Set<string>();
  // Read chunk by chunk: `getTextContent` iterates asynchronously over a stream, which Chromium 114 does not support.
  const reader: ReadableStreamDefaultReader<{
    items: ContentItem[];
    styles: Record<string, { vertical: boolean }>;
  }> = page.streamTextContent(options).getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    for (const item of chunk.value.items) items.push(item);
    for (const [font, style] of Object.entries(chunk.value.styles))
      if (style.vertical) verticalFonts.add(font);
  }
  return { items, verticalFonts };
}
