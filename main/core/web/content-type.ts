import { MIMEType } from 'node:util';
import { shorten } from '../../../shared/text/format/shorten';
import { notFetched } from './web-messages';

/** IANA media types that an article comes in, and the ending of a file that holds it. */
export const pageEndings: ReadonlyMap<string, string> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'xhtml'],
  ['text/plain', 'txt'],
  ['text/markdown', 'md'],
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['multipart/related', 'mhtml'],
  ['message/rfc822', 'mhtml'],
  ['application/x-mimearchive', 'mhtml'],
]);

const anything = 'application/octet-stream';

const nouns = new Map([
  ['image', 'a picture'],
  ['video', 'a film'],
  ['audio', 'a sound recording'],
]);

export interface ContentType {
  /** Without parameters, in lower case; null when the server does not say it, or not in the grammar of RFC 9110. */
  type: string | null;
  /** The encoding's label as the server gives it, which may be a wrong one. */
  charset: string | null;
}

/** What a server says its answer is. Throws a `StetError` when that is nothing to read an article from. */
export function readContentType(header: string | undefined): ContentType {
  const said = parsed(header);
  if (!said) return { type: null, charset: null };
  const { essence: type } = said;
  if (!pageEndings.has(type) && type !== anything) {
    const noun = nouns.get(said.type) ?? `a file of the kind ${shorten(type, 80)}`;
    throw notFetched(
      `At this address is ${noun}, not a page`,
      'Give the address of the page that holds the article.',
    );
  }
  return { type, charset: said.params.get('charset') };
}

function parsed(header: string | undefined): MIMEType | null {
  try {
    return header === undefined ? null : new MIMEType(header);
  } catch {
    return null;
  }
}
