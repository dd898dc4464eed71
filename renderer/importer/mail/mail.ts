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
}
