import PostalMime, { type Email } from 'postal-mime';
import type { Mail } from './mail';

/** Deeper nesting of parts than this is in no message. */
const maxNestingDepth = 50;

const isEncrypted = ({ headers }: Email) =>
  headers.some(
    ({ key, value }) =>
      key === 'content-type' &&
      /multipart\/encrypted|application\/(?:x-)?pkcs7-mime(?!.*smime-type="?signed)/i.test(value),
  );

/** Parses a message (RFC 5322 and MIME); null when it is damaged. */
export async function parseEml(bytes: Uint8Array): Promise<Mail | null> {
  const email = await parse(bytes);
  if (!email) return null;
  const findHeader = (name: string) => email.headers.find(({ key }) => key === name)?.value ?? '';
  const html = email.html ?? null;
  const isShown = (contentId: string | undefined) =>
    contentId !== undefined && (html?.includes(contentId.replace(/^<|>$/g, '')) ?? false);
  return {
    subject: email.subject ?? '',
    from: email.from?.name ?? '',
    date: findHeader('date'),
    language: findHeader('content-language'),
    html,
    text: email.text ?? null,
    attachments: email.attachments
      .filter(({ related, contentId }) => related !== true && !isShown(contentId))
      .map(({ filename, mimeType }) => filename ?? mimeType),
    isEncrypted: isEncrypted(email),
  };
}

/** Null when the message is damaged, for which postal-mime throws errors of many kinds. */
async function parse(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth, forceRfc822Attachments: true });
  } catch {
    return null;
  }
}
