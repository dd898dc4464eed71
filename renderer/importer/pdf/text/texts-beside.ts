import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Reads the properties of a PDF (those of its information dictionary and of its XMP) and its bookmarks. */
export async function readPropertyTexts(pdf: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = await pdf.getMetadata();
  const xmpValues = [...(metadata ?? [])].map(([, value]) => value);
  return [info, xmpValues, await pdf.getOutline()].flatMap(listStrings);
}

/** Reads the addresses that a page links to. */
export async function readLinkAddresses(page: PDFPageProxy): Promise<string[]> {
  const annotations: { unsafeUrl?: unknown }[] = await page.getAnnotations();
  return annotations.flatMap(({ unsafeUrl }) => (typeof unsafeUrl === 'string' ? [unsafeUrl] : []));
}

/** Lists every string within a value at any depth, except empty ones. */
function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listStrings) : [];
}
