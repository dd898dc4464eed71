import { graphemeStart } from '../../../shared/text/segmenter/graphemes';

/** Letters that some system does not take in a name: controls, separators, wildcards, bidi overrides. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;
/** Names of devices on Windows, whatever extension follows. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³]) *(\.|$)/i;
const extensionAtEnd = /\.[a-z0-9]{1,14}$/i;

/** UTF-16 units; in UTF-8 at most 240 bytes. With an extension of at most 15 that is 255, the limit of most systems. */
const longest = 80;

/** A file name without extension that every system takes, as near to the title as it gets: at most 240 bytes of UTF-8. */
export function safeFileName(title: string, otherwise: string): string {
  const plain = plainly(title);
  const short = plain.slice(0, graphemeStart(plain, longest)).replace(/^[. ]+|[. ]+$/g, '');
  if (short === '') return otherwise;
  return reserved.test(short) ? `${otherwise} ${short}` : short;
}

/**
 * As `safeFileName`, for the name of a file that has an extension: it stays as it is, and is what the system goes by, if it
 * is of at most 14 ASCII letters and digits. Others lose their meaning, as they may be cut off.
 */
export function safeNameOfFile(name: string, otherwise: string): string {
  const plain = plainly(name).replace(/[. ]+$/, '');
  const [extension = ''] = extensionAtEnd.exec(plain) ?? [];
  return safeFileName(plain.slice(0, plain.length - extension.length), otherwise) + extension;
}

function plainly(name: string): string {
  return name.replace(unsafe, ' ').replace(/\s+/g, ' ').trim();
}
