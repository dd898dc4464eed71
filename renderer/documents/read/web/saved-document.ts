import { articleFields } from '#shared/domain/base/article.ts';
import type { Origin } from '#shared/domain/base/draft.ts';
import type { ImportedBlock } from '#shared/import/base/imported-blocks.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { parsePage, sanitise } from './elements/parse-page.ts';
import { readBlocks } from './elements/read-blocks.ts';
import { renameElement } from './elements/word-html.ts';
import { inlineRaisedClasses } from './raised-figures.ts';
import { createRichTextDraft } from './rich-text.ts';

/** Tags end before the next one begins, so that a page without ends of tags is searched once. */
const metaTag = /<meta\s[^<>]*>/gi;
const generatorName = /\sname=["']?generator\b/i;

/** How programs sign the documents that they save as web pages: by their names, or by addresses and types of their own. */
const programName = /\scontent=["']?(?:libreoffice|(?:apache )?openoffice|staroffice|microsoft word)/i;
const programMark = /\scontent=["']?(?:word\.document|https?:\/\/xml\.openoffice\.org\/odf2xhtml)/i;
const googleBody = /<body\s[^<>]*\bdoc-content\b/i;

/** Whether a page is a document that Word, LibreOffice or Google Docs saved as a web page: all of it is text. */
export function isSavedDocument(text: string): boolean {
  const tags = Array.from(text.matchAll(metaTag), ([tag]) => tag);
  const isSigned = (tag: string) =>
    programMark.test(tag) || (generatorName.test(tag) && programName.test(tag));
  return tags.some(isSigned) || googleBody.test(text);
}

/** Reads a document that was saved as a web page, in the same way as text that was copied from the program. */
export function readSavedDocument(text: string, origin: Origin): ImportResult {
  const { document } = parsePage(text, null);
  const { body } = document;
  inlineRaisedClasses(document);
  if (body.classList.contains('doc-content'))
    for (const title of body.querySelectorAll('p.title')) renameElement(title, 'h1');
  removeListLabels(body);
  const [headers, footers] = takePageLines(body);
  return createRichTextDraft(body, origin, {
    properties: {
      title: collapseWhitespace(document.title),
      creator: readCreator(document, text),
    },
    language: readLanguage(document),
    headers,
    footers,
  });
}

/** In the XHTML of LibreOffice, items begin with a box for their number or bullet. An ordered list numbers them by itself. */
function removeListLabels(body: HTMLElement): void {
  for (const label of body.querySelectorAll('li > p:first-child > span:first-child[style*="float:left"]'))
    if (label.closest('ol, ul')?.localName === 'ol' || !/[\p{L}\p{N}]/u.test(label.textContent ?? ''))
      label.remove();
    else label.removeAttribute('style');
}

/** Takes out page headers and footers: LibreOffice names them, Google Docs puts them into a `div`, which its text is never in. */
function takePageLines(body: HTMLElement): [headers: ImportedBlock[], footers: ImportedBlock[]] {
  const isGoogle = body.classList.contains('doc-content');
  const isBare = (element: Element | null) =>
    element?.localName === 'div' && element.querySelector('a[id^="ftnt"], a[id^="cmnt"]') === null;
  const headers = Array.from(body.querySelectorAll(':scope > div[title="header"]'));
  const footers = Array.from(body.querySelectorAll(':scope > div[title="footer"]'));
  const { firstElementChild: first, lastElementChild: last } = body;
  if (isGoogle && first && isBare(first)) headers.push(first);
  if (isGoogle && last && last !== first && isBare(last)) footers.push(last);
  return [readAndRemove(headers), readAndRemove(footers)];
}

function readAndRemove(elements: readonly Element[]): ImportedBlock[] {
  return elements.flatMap((element) => {
    element.remove();
    sanitise(element);
    return readBlocks(element);
  });
}

/** The author that the file names. Word has it in a comment for itself. */
function readCreator(document: Document, text: string): string {
  const meta = document.querySelector('meta[name="author" i], meta[name="dcterms.creator" i]');
  const [, inComment = ''] = /<o:Author>([^<]*)<\/o:Author>/i.exec(text) ?? [];
  return collapseWhitespace(meta?.getAttribute('content') ?? inComment);
}

function readLanguage({ documentElement, body }: Document): string | null {
  const written = body.getAttribute('lang') ?? documentElement.getAttribute('lang');
  return articleFields.language.safeParse(written).data ?? null;
}
