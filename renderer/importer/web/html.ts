import { createEncodingNotices } from '../../../shared/import/text/decode-text';
import type { Format } from '../format';
import { isHtml, readHtmlText } from './html-text';
import { decodePage } from './page/decode-page';
import { readPageDraft } from './page/page-draft';
import { readPasteDraft } from './paste-draft';

/**
 * Web pages, saved or fetched, and rich text from the clipboard, which comes as HTML. The stages:
 * 1. `page/decode-page.ts` decodes the bytes.
 * 2. `page/parse-page.ts` parses the page, and makes its links absolute.
 * 3. `page/extract-article.ts` finds the article on it; of a paste everything is text (`paste-draft.ts`, `word-html.ts`, `clipboard-*.ts`).
 * 4. `sanitise.ts` removes everything but text, its structure and links.
 * 5. `elements/read-blocks.ts` turns the elements into blocks.
 * 6. `metadata/page-metadata.ts` finds title, byline, date and language.
 */
export const html: Format = {
  matches: isHtml,
  readDraft: (file) => {
    const { origin, bytes } = file;
    if (origin.kind === 'paste') return readPasteDraft(new TextDecoder().decode(bytes));
    const decoded = decodePage(file);
    if (!decoded.ok) return decoded;
    const result = readPageDraft(decoded.text, origin.kind === 'web' ? origin.url : null, origin);
    if (result.ok) result.notices.push(...createEncodingNotices(decoded));
    return result;
  },
  readText: readHtmlText,
};
