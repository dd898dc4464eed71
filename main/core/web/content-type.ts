import { MIMEType } from 'node:util';
import { pageExtensions } from '../../../shared/import/readable-formats';
import { shorten } from '../../../shared/text/format/shorten';
import { notFetchedError } from './web-messages';

const genericType = 'application/octet-stream';

const mediaNouns = new Map([
  ['image', 'a picture'],
  ['video', 'a film'],
  ['audio', 'a sound recording'],
]);

export interface ContentType {
  /** Without parameters, in lower case. Null when the server does not say it in the grammar of RFC 9110. */
  type: string | null;
  /** The encoding's label as the server gives it, which may be wrong. */
  charset: string | null;
}

/** Parses the `Content-Type` of a response. Throws a `StetError` for a type from which no article can be read. */
export function parseContentType(header: string | undefined): ContentType {
  const mimeType = parseMimeType(header);
  if (!mimeType) return { type: null, charset: null };
  const { essence: type } = mimeType;
  if (!pageExtensions.has(type) && type !== genericType) {
    const noun = mediaNouns.get(mimeType.type) ?? `a file of the kind ${shorten(type, 80)}`;
    throw notFetchedError(
      `At this address is ${noun}, not a page`,
      'Give the address of the page that holds the article.',
    );
  }
  return { type, charset: mimeType.params.get('charset') };
}

function parseMimeType(header: string | undefined): MIMEType | null {
  try {
    return header === undefined ? null : new MIMEType(header);
  } catch {
    return null;
  }
}
