/** Functions that run inside a blank page. They are sent there as source text, so each of them is self-contained. */

declare global {
  /** Mozilla's Readability. Its source must have been run in the page. */
  var Readability: (new (page: Document) => { parse(): { textContent: string } | null }) | undefined;
}

/** The whole text of a page. */
export function getHtmlText(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

/** The text of the article that Readability alone finds on a page. */
export function extractReadableText(html: string): string {
  const { Readability } = globalThis;
  if (!Readability) throw new Error('Readability is not in the page');
  const page = new DOMParser().parseFromString(html, 'text/html');
  return new Readability(page).parse()?.textContent ?? '';
}
