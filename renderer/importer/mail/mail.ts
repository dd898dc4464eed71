import type { ImportNotice } from '../../../shared/import/notices';
import type { ImportProblem } from '../../../shared/import/proposal';

/** A message, whatever program saved it. */
export interface Mail {
  subject: string;
  /** The name of the sender; '' when the message has only an address. */
  from: string;
  /** When it was sent, as it is written there. */
  date: string;
  language: string;
  /** The body as HTML, else as plain text; null when it has none of the kind. */
  html: string | null;
  text: string | null;
  /** Names of the attached files, without pictures that the body shows. */
  attachments: string[];
  isEncrypted: boolean;
  /** About the encodings of header and body, when they are not declared. */
  encodingNotices: ImportNotice[];
}

export type ReadMail = { ok: true; mail: Mail } | { ok: false; problem: ImportProblem };

/** Whether the HTML of a message shows the part with this Content-ID (RFC 2392). */
export function isShownInBody(html: string | null, contentId: string): boolean {
  const id = contentId.replace(/^<|>$/g, '');
  return id !== '' && (html?.includes(`cid:${id}`) ?? false);
}
