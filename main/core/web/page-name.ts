import mime from 'mime';
import { pageExtensions } from '../../../shared/import/readable-formats';
import { toSafeNameWithExtension } from '../files/safe-file-name';

/** Types so general that the extension of the address counts more: Markdown is often served as plain text. */
const genericTypes = new Set([null, 'text/plain', 'application/octet-stream']);

/**
 * The file name for a copy of a page, valid on every system: the last part of its path, or its host, with an extension that
 * fits its media type (`type`, null when the server does not say it).
 */
export function getPageName({ pathname, hostname }: URL, type: string | null): string {
  const last = pathname.split('/').findLast((part) => part !== '');
  const name = last === undefined ? hostname : decodePercent(last);
  const hasExtension = last !== undefined && isExtensionFitting(mime.getType(name), type);
  return toSafeNameWithExtension(
    hasExtension ? name : `${name}.${pageExtensions.get(type ?? '') ?? 'bin'}`,
    'page',
  );
}

function isExtensionFitting(typeByExtension: string | null, type: string | null): boolean {
  if (typeByExtension === null) return false;
  return typeByExtension === type || (genericTypes.has(type) && pageExtensions.has(typeByExtension));
}

function decodePercent(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
