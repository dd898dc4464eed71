import type { DocumentText } from '#shared/import/base/document-text.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';
import { decodePage } from '../base/decode-page.ts';
import { createEncodingNotices } from '../base/decode-text.ts';
import { getExtension } from '../base/file-signatures.ts';
import type { Format, InputFile } from '../base/format.ts';
import { readTextFile } from '../text/plain.ts';
import { parsePage } from './elements/parse-page.ts';
import { readPageDraft } from './page-draft.ts';
import { createRichTextDraft } from './rich-text.ts';
import { isSavedDocument, readSavedDocument } from './saved-document.ts';

/** Reads rich text from the clipboard as a draft, as Word, Google Docs and browsers put it there. All of it is text. */
function readPasteDraft(text: string): ImportResult {
  const { body } = parsePage(extractFragment(text), null).document;
  return createRichTextDraft(body, { kind: 'paste', name: null });
}

/** Some versions of Word put their lists behind the fragment. */
const notesAndComments = /mso-element:\s*(?:comment|footnote|endnote)-list/i;

/** The copied fragment, without the page that some programs put around it (CF_HTML, "HTML Clipboard Format"). */
function extractFragment(text: string): string {
  const [, fragment, rest = ''] =
    /<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->(.*)/s.exec(text) ?? [];
  if (fragment === undefined) return text;
  return notesAndComments.test(rest) ? fragment + rest : fragment;
}

const extensions = ['html', 'htm', 'xhtml'];

/** Elements that end a line when they are shown. */
const lineBreakingElements =
  'address, article, aside, blockquote, br, caption, dd, div, dt, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, ' +
  'header, hr, legend, li, main, nav, ol, option, p, pre, section, table, td, th, title, tr, ul';

function isHtml({ origin, type, bytes }: InputFile): boolean {
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

/**
 * Web pages, saved or fetched, and rich text from the clipboard, which comes as HTML. Only the article of a page is read
 * (`page-draft.ts`). All text is read from a paste (`rich-text.ts`) and from a document that was saved as a page (`saved-document.ts`).
 */
export const html: Format = {
  matches: isHtml,
  readDraft: (file) => {
    const { origin, bytes } = file;
    if (origin.kind === 'paste') return readPasteDraft(new TextDecoder().decode(bytes));
    const decoded = decodePage(file);
    if (!decoded.ok) return decoded;
    const result =
      origin.kind === 'file' && isSavedDocument(decoded.text)
        ? readSavedDocument(decoded.text, origin)
        : readPageDraft(decoded.text, origin.kind === 'web' ? origin.url : null, origin);
    if (result.ok) result.notices.push(...createEncodingNotices(decoded));
    return result;
  },
  readText: readHtmlText,
};
