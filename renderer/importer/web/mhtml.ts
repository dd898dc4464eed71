import { getExtension } from '../../../shared/import/file-signatures';
import { refuseDamaged } from '../../../shared/import/problems';
import type { Format, InputFile } from '../format';
import { resolveLinkAddress } from './elements/link-address';
import { readHtmlText } from './html-text';
import { readArchivedPage } from './page/archived-page';
import { readPageDraft } from './page/page-draft';

const extensions = ['mht', 'mhtml'];

/** How far the header fields that identify the format are searched for, in bytes. */
const maxHeaderBytes = 4_096;

function isMhtml({ origin, type, bytes }: InputFile): boolean {
  if (type === 'multipart/related' || extensions.includes(getExtension(origin.name ?? ''))) return true;
  const start = String.fromCharCode(...bytes.subarray(0, maxHeaderBytes));
  return (
    /^[\w-]+:/.test(start) &&
    /^mime-version:\s*1\.0/im.test(start) &&
    /^content-type:\s*multipart\/related/im.test(start)
  );
}

/**
 * Web pages in one file, as browsers save them with their pictures (RFC 2557): `page/archived-page.ts` takes the page out, which
 * is then read like any other (`html.ts`).
 */
export const mhtml: Format = {
  matches: isMhtml,
  readDraft: async (file) => {
    const { origin } = file;
    const page = await readArchivedPage(file);
    if (!page) return refuseDamaged(origin.name);
    if (!page.ok) return page;
    const result = readPageDraft(page.text, page.url === null ? null : resolveLinkAddress(page.url), origin);
    if (result.ok) result.notices.push(...page.encodingNotices);
    return result;
  },
  readText: async (file) => {
    const page = await readArchivedPage(file);
    if (!page) return { state: 'unreadable', why: 'The file is damaged.' };
    return page.ok
      ? readHtmlText({ ...file, bytes: new TextEncoder().encode(page.text) })
      : { state: 'unreadable', why: 'The file is in an encoding that can’t be read.' };
  },
};
