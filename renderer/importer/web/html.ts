import type { Format } from '../format';
import { isHtml, readHtml } from './elements/html-text';
import { decodePage } from './page/decode-page';
import { pageDraft } from './page/page-draft';
import { pasteDraft } from './paste';

/** Web pages, saved or fetched, and rich text from the clipboard, which comes as HTML. */
export const html: Format = {
  fits: isHtml,
  draft: ({ origin, bytes, charset }) => {
    if (origin.kind === 'paste') return pasteDraft(new TextDecoder().decode(bytes));
    const decoded = decodePage(origin.name ?? '', bytes, charset);
    if (!decoded.ok) return decoded;
    return pageDraft(decoded.text, origin.kind === 'web' ? origin.url : null, origin);
  },
  text: readHtml,
};
