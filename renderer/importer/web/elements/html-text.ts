import { endingOf } from '../../../../shared/import/file-signatures';
import { decodeText } from '../../../../shared/import/text/decode-text';
import type { DocumentText } from '../../../../shared/quotes/document-text';
import type { File } from '../../format';
import { readPlain } from '../../plain';

const endings = ['html', 'htm', 'xhtml'];

/** What ends a line where it is shown. */
const lines =
  'address, article, aside, blockquote, br, caption, dd, div, dt, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, ' +
  'header, hr, legend, li, main, nav, ol, option, p, pre, section, table, td, th, title, tr, ul';

export function isHtml({ origin, type, bytes }: File): boolean {
  if (type === 'text/html' || endings.includes(endingOf(origin.name ?? ''))) return true;
  const start = String.fromCharCode(...bytes.subarray(0, 256)).toLowerCase();
  return /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)[\s>]/.test(start);
}

/** The words of a web page that was saved. It is parsed and never shown: nothing in it runs or is fetched. */
export function readHtml(file: File): DocumentText {
  const decoded = decodeText(file.origin.name ?? '', file.bytes);
  if (!decoded.ok) return readPlain(file);
  const page = new DOMParser().parseFromString(decoded.text, 'text/html');
  const links = [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  const beside = [page.title, ...links].filter((words) => words !== '');
  for (const element of page.querySelectorAll('head, script, style, template')) element.remove();
  for (const element of page.querySelectorAll(lines)) element.after('\n');
  return { state: 'read', pages: [page.documentElement.textContent ?? ''], paged: false, beside };
}
