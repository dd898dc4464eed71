import { AnnotationType, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Reads the properties of a PDF (those of its information dictionary and of its XMP) and its bookmarks. */
export async function readPropertyTexts(pdf: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = await pdf.getMetadata();
  const xmpValues = [...(metadata ?? [])].map(([, value]) => value);
  return [info, xmpValues, await pdf.getOutline()].flatMap(listStrings);
}

/**
 * Reads the addresses that the pages link to. Asked page by page, pdf.js would also read the text of each page once more, for the
 * words that a link covers.
 */
export async function readLinkAddresses(pdf: PDFDocumentProxy): Promise<string[]> {
  // Null when the file's own objects for them are damaged.
  const annotations: { unsafeUrl?: unknown }[] | null = await pdf.getAnnotationsByType(
    new Set([AnnotationType.LINK, AnnotationType.WIDGET]),
    new Set(),
  );
  return (annotations ?? []).flatMap(({ unsafeUrl }) => (typeof unsafeUrl === 'string' ? [unsafeUrl] : []));
}

/** Lists every string within a value at any depth, except empty ones. */
function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listStrings) : [];
}
