import type { Email } from 'postal-mime';
import type { ImportNotice } from '#shared/import/base/notices.ts';
import { refuseDamaged } from '#shared/import/base/problems.ts';
import { decodeAs, getEncoding } from '../base/decode-as.ts';
import { decodeMarkedText, markUndeclaredParts, parseMessage } from '../base/decode-page.ts';
import { createEncodingNotices, decodeText } from '../base/decode-text.ts';
import { getExtension } from '../base/file-signatures.ts';
import type { Format, InputFile } from '../base/format.ts';
import { createMailDraft, createMailText, isShownInBody, type ReadMail } from './mail-draft.ts';

/** How far the end of the header is searched for, in bytes. */
const maxHeaderBytes = 64 * 1024;

/** Escape sequences of ISO-2022-JP, which encodes Japanese text in ASCII bytes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the encoding has them
const japaneseEscape = /\x1b\$[@B]/;

interface Message {
  bytes: Uint8Array;
  notices: ImportNotice[];
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // The bytes are not UTF-8.
    return false;
  }
};

/** The first encoding that the message declares for a text, unless it is ASCII or UTF-8, in which the header would be known. */
function findDeclared(start: string): string | null {
  const [, label = ''] =
    /^content-type:\s*text\/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?charset\s*=\s*"?([^\s;"]+)/im.exec(start) ?? [];
  const encoding = getEncoding(label);
  return encoding === 'utf-8' || /ascii/i.test(label) ? null : encoding;
}

/** The encoding of a header, as the body declares it, or else by its bytes together with those of the body. */
function findHeaderEncoding(
  { bytes, encoding = null }: InputFile,
  header: Uint8Array,
  start: string,
): string {
  if (japaneseEscape.test(start.slice(0, header.length))) return 'iso-2022-jp';
  const declared = findDeclared(start);
  if (declared !== null) return declared;
  const isBodyKnown = isUtf8(bytes.subarray(header.length));
  const decoded = decodeText('', isBodyKnown ? header : bytes, [], encoding);
  return decoded.ok ? decoded.encoding : 'windows-1252';
}

/**
 * A message whose header has letters as bytes of an encoding that nothing declares, as old programs write them: the same with a
 * header in UTF-8, and a notice. Any other message stays as it is (RFC 6532 allows UTF-8 in a header).
 */
function decodeRawHeader(file: InputFile): Message {
  const { bytes } = file;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, maxHeaderBytes));
  const header = bytes.subarray(0, /\r?\n\r?\n/.exec(start)?.index ?? start.length);
  const isRaw = header.some((byte) => byte >= 0x80) || japaneseEscape.test(start.slice(0, header.length));
  if (!isRaw || (isUtf8(header) && header.some((byte) => byte >= 0x80))) return { bytes, notices: [] };
  const encoding = findHeaderEncoding(file, header, start);
  const decoded = new TextEncoder().encode(decodeAs(header, encoding));
  const message = new Uint8Array(decoded.length + bytes.length - header.length);
  message.set(decoded);
  message.set(bytes.subarray(header.length), decoded.length);
  return { bytes: message, notices: [{ kind: 'headerEncodingAssumed', count: 1, name: encoding }] };
}

/** Parts of real messages are not nested deeper than this. */
const maxNestingDepth = 50;

const isEncrypted = ({ headers }: Email) =>
  headers.some(
    ({ key, value }) =>
      key === 'content-type' &&
      /multipart\/encrypted|application\/(?:x-)?pkcs7-mime(?!.*smime-type="?signed)/i.test(value),
  );

/**
 * Parses a message (RFC 5322 and MIME); a problem when it is damaged, or in no encoding that is known. The body of a message that
 * declares no encoding, or one that is not known, is decoded as a text file is; so is a header in another encoding than UTF-8.
 */
async function parseEml(file: InputFile): Promise<ReadMail> {
  const message = decodeRawHeader(file);
  const marked = markUndeclaredParts(message.bytes);
  const email = await parseMessage(marked.bytes, { maxNestingDepth, forceRfc822Attachments: true });
  if (!email) return refuseDamaged(file.origin.name);
  const findHeader = (name: string) => email.headers.find(({ key }) => key === name)?.value ?? '';
  const html = email.html === undefined ? null : decodeMarkedText(file, email.html, marked);
  const text = email.text === undefined ? null : decodeMarkedText(file, email.text, marked);
  if (html && !html.ok) return html;
  if (text && !text.ok) return text;
  const mail = {
    subject: email.subject ?? '',
    from: email.from?.name ?? '',
    date: findHeader('date'),
    language: findHeader('content-language'),
    html: html?.text ?? null,
    text: text?.text ?? null,
    attachments: email.attachments
      .filter(
        ({ mimeType, contentId = '' }) =>
          !(mimeType.startsWith('image/') && isShownInBody(html?.text ?? null, contentId)),
      )
      .map(({ filename, mimeType }) => filename ?? mimeType),
    isEncrypted: isEncrypted(email),
    encodingNotices: [
      ...message.notices,
      ...[html ?? text].flatMap((body) => (body ? createEncodingNotices(body) : [])),
    ],
  };
  return { ok: true, mail };
}

/** How far the header fields that identify the format are searched for, in bytes. */
const signatureBytes = 16_384;

/** A message has a sender, a date and a recipient or a way; pages that browsers save as messages have none of the last two. */
function isEml({ origin, bytes }: InputFile): boolean {
  const extension = getExtension(origin.name ?? '');
  if (extension === 'eml') return true;
  if (extension === 'mht' || extension === 'mhtml') return false;
  const start = String.fromCharCode(...bytes.subarray(0, signatureBytes));
  const [headers = ''] = start.split(/\r?\n\r?\n/, 1);
  return (
    /^[\w-]+:/.test(headers) &&
    /^from:.*@/im.test(headers) &&
    /^date:/im.test(headers) &&
    /^(?:received|return-path|delivered-to|to):/im.test(headers)
  );
}

/** Messages as mail programs save them (RFC 5322). `mail-draft.ts` makes a draft of one. */
export const eml: Format = {
  matches: isEml,
  readDraft: async (file) => {
    const read = await parseEml(file);
    return read.ok ? createMailDraft(file.origin, read.mail) : read;
  },
  readText: async (file) => {
    const read = await parseEml(file);
    return read.ok
      ? createMailText(read.mail)
      : { state: 'unreadable', why: 'The message is damaged, or in an unknown encoding.' };
  },
};
