import PostalMime, { type Email } from 'postal-mime';
import { refuseDamaged } from '../../../shared/import/problems';
import { createEncodingNotices } from '../../../shared/import/text/decode-text';
import { decodeMarkedText, markUndeclaredParts } from '../decode-page';
import { decodeRawHeader } from '../encoding/raw-header';
import type { InputFile } from '../format';
import { isShownInBody, type ReadMail } from './mail';

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
export async function parseEml(file: InputFile): Promise<ReadMail> {
  const message = decodeRawHeader(file);
  const marked = markUndeclaredParts(message.bytes);
  const email = await parse(marked.bytes);
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

/** Null when the message is damaged, for which postal-mime throws errors of many kinds. */
async function parse(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth, forceRfc822Attachments: true });
  } catch {
    return null;
  }
}
