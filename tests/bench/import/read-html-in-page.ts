/** Functions that run inside a blank page. They are sent there as source text, so each of them is self-contained. */

declare global {
  /** Mozilla's, once its source was run in the page. */
  var Readability: (new (page: Document) => { parse(): { textContent: string } | null }) | undefined;
}

/** All the text of a page. */
export function getHtmlText(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

/** What Readability alone finds on a page. */
export function extractReadableText(html: string): string {
  const { Readability } = globalThis;
  if (!Readability) throw new Error('Readability is not in the page');
  const page = new DOMParser().parseFromString(html, 'text/html');
  return new Readability(page).parse()?.textContent ?? '';
}
