import { getExtension } from '../../../shared/import/file-signatures';
import type { DocumentText } from '../../../shared/quotes/document-text';
import { decodePage } from '../decode-page';
import type { InputFile } from '../format';
import { readTextFile } from '../plain';

const extensions = ['html', 'htm', 'xhtml'];

/** Elements that end a line when they are shown. */
const lineBreakingElements =
  'address, article, aside, blockquote, br, caption, dd, div, dt, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, ' +
  'header, hr, legend, li, main, nav, ol, option, p, pre, section, table, td, th, title, tr, ul';

export function isHtml({ origin, type, bytes }: InputFile): boolean {
  if (type === 'text/html' || extensions.includes(getExtension(origin.name ?? ''))) return true;
  const start = String.fromCharCode(...bytes.subarray(0, 256)).toLowerCase();
  return /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)[\s>]/.test(start);
}

/** Reads all text of a saved web page. The page is parsed and never shown: nothing in it runs or is fetched. */
export function readHtmlText(file: InputFile): DocumentText {
  const decoded = decodePage(file);
  if (!decoded.ok) return readTextFile(file);
  const page = new DOMParser().parseFromString(decoded.text, 'text/html');
  const links = [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  const beside = [page.title, ...links].filter((text) => text !== '');
  return { state: 'read', pages: [getShownText(page)], paged: false, beside };
}

/** The text of a page that is parsed and never shown. */
function getShownText(page: Document): string {
  for (const element of page.querySelectorAll('head, script, style, template')) element.remove();
  for (const element of page.querySelectorAll(lineBreakingElements)) element.after('\n');
  return page.documentElement.textContent ?? '';
}
