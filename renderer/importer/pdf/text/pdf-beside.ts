import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The properties of a PDF (those of its information dictionary and of its XMP) and its bookmarks. */
export async function propertiesOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = await pdf.getMetadata();
  const described = [...(metadata ?? [])].map(([, value]) => value);
  return [info, described, await pdf.getOutline()].flatMap(stringsIn);
}

/** The addresses that a page links to. */
export async function linksOf(page: PDFPageProxy): Promise<string[]> {
  const links: { unsafeUrl?: unknown }[] = await page.getAnnotations();
  return links.flatMap(({ unsafeUrl }) => (typeof unsafeUrl === 'string' ? [unsafeUrl] : []));
}

/** Every string in a value, however deep, but empty ones. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
