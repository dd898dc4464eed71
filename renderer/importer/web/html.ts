import { createEncodingNotices } from '../../../shared/import/text/decode-text';
import { decodePage } from '../decode-page';
import type { Format } from '../format';
import { isHtml, readHtmlText } from './html-text';
import { readPageDraft } from './page/page-draft';
import { readPasteDraft } from './paste-draft';
import { isSavedDocument, readSavedDocument } from './saved-document';

/**
 * Web pages, saved or fetched, and rich text from the clipboard, which comes as HTML. The stages:
 * 1. `../encoding/decode-page.ts` decodes the bytes.
 * 2. `page/parse-page.ts` parses the page, and makes its links absolute; `accept-changes.ts` and `page/page-notes.ts` tidy it.
 * 3. `elements/read-blocks.ts` turns its elements into blocks: only text, its structure and addresses that links may have.
 * 4. `article/find-article.ts` says which of them are the article. A paste is all text (`paste-draft.ts`, `word-html.ts`, `clipboard-*.ts`),
 *    once `sanitise.ts` has removed what is none, and so is a document that was saved as a page (`saved-document.ts`).
 * 5. `page/page-draft.ts` makes a draft of them, and keeps those that are left out.
 * 6. `metadata/page-metadata.ts` finds title, byline, date and language.
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
