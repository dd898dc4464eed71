import mime from 'mime';
import { safeNameOfFile } from '../files/safe-file-name';
import { pageEndings } from './content-type';

/** Types that say little, so that a page's own ending may say more: Markdown is often served as plain text. */
const vague = new Set([null, 'text/plain', 'application/octet-stream']);

/**
 * What a copy of a page is called: the last part of its path, or its host, with an ending that fits what the server says it
 * is (`type`, null when it says nothing); a name that every system takes.
 */
export function pageName({ pathname, hostname }: URL, type: string | null): string {
  const last = pathname.split('/').findLast((part) => part !== '');
  const own = last === undefined ? hostname : percentDecoded(last);
  const fits = last !== undefined && endingFits(mime.getType(own), type);
  return safeNameOfFile(fits ? own : `${own}.${pageEndings.get(type ?? '') ?? 'bin'}`, 'page');
}

function endingFits(byEnding: string | null, type: string | null): boolean {
  if (byEnding === null) return false;
  return byEnding === type || (vague.has(type) && pageEndings.has(byEnding));
}

function percentDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
