import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

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

/** Reads the text items of a page, and which of its fonts run from top to bottom. Marked content is included only on request. */
export async function readPageContent(
  page: PDFPageProxy,
  includeMarkedContent = false,
): Promise<{ items: ContentItem[]; verticalFonts: Set<string> }> {
  const items: ContentItem[] = [];
  const verticalFonts = new Set<string>();
  // Read chunk by chunk: `getTextContent` iterates asynchronously over a stream, which Chromium 114 does not support.
  const reader: ReadableStreamDefaultReader<{
    items: ContentItem[];
    styles: Record<string, { vertical: boolean }>;
  }> = page.streamTextContent({ includeMarkedContent }).getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    for (const item of chunk.value.items) items.push(item);
    for (const [font, style] of Object.entries(chunk.value.styles))
      if (style.vertical) verticalFonts.add(font);
  }
  return { items, verticalFonts };
}
