import { MIMEType } from 'node:util';
import { shorten } from '../../../shared/text/format/shorten';
import { notFetchedError } from './web-messages';

/** The IANA media types in which an article may come, and the extension of a file of that type. */
export const pageExtensions: ReadonlyMap<string, string> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'xhtml'],
  ['text/plain', 'txt'],
  ['text/markdown', 'md'],
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/msword', 'doc'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/rtf', 'rtf'],
  ['text/rtf', 'rtf'],
  ['text/vtt', 'vtt'],
  ['application/x-subrip', 'srt'],
  ['multipart/related', 'mhtml'],
  ['message/rfc822', 'mhtml'],
  ['application/x-mimearchive', 'mhtml'],
]);

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
