import type { Format } from '../format';
import { decodePage } from './decode-page';
import { isHtml, readHtml } from './html-text';
import { pageDraft } from './page-draft';
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
