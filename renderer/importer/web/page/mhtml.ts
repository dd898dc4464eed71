import { endingOf } from '../../../../shared/import/file-signatures';
import { refuseDamaged } from '../../../../shared/import/problems';
import type { File, Format } from '../../format';
import { readHtml } from '../elements/html-text';
import { linkAddress } from '../elements/link-address';
import { archivedPage } from './mhtml-page';
import { pageDraft } from './page-draft';

const endings = ['mht', 'mhtml'];

/** Bytes at the start of the file in which it says what it is. */
const head = 4_096;

function isMhtml({ origin, type, bytes }: File): boolean {
  if (type === 'multipart/related' || endings.includes(endingOf(origin.name ?? ''))) return true;
  const start = String.fromCharCode(...bytes.subarray(0, head));
  return (
    /^[\w-]+:/.test(start) &&
    /^mime-version:\s*1\.0/im.test(start) &&
    /^content-type:\s*multipart\/related/im.test(start)
  );
}

/** Web pages in one file, as browsers save them with their pictures (RFC 2557). */
export const mhtml: Format = {
  fits: isMhtml,
  draft: async ({ origin, bytes }) => {
    const page = await archivedPage(bytes);
    return page
      ? pageDraft(page.text, page.url === null ? null : linkAddress(page.url), origin)
      : refuseDamaged(origin.name);
  },
  text: async (file) => {
    const page = await archivedPage(file.bytes);
    return page
      ? readHtml({ ...file, bytes: new TextEncoder().encode(page.text) })
      : { state: 'unreadable', why: 'The file is damaged.' };
  },
};
