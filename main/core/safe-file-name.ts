import { graphemeStart } from '../../shared/text/graphemes';

/** Letters that some system does not take in a name: controls, separators, wildcards, bidi overrides. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** UTF-16 units; in UTF-8 at most 240 bytes, and 255 is the limit of most systems. */
const longest = 80;

/** A file name without extension that every system takes, as near to the title as it gets. */
export function safeFileName(title: string, otherwise: string): string {
  const plain = title.replace(unsafe, ' ').replace(/\s+/g, ' ').trim();
  const short = plain.slice(0, graphemeStart(plain, longest)).replace(/^[. ]+|[. ]+$/g, '');
  if (short === '') return otherwise;
  return reserved.test(short) ? `${otherwise} ${short}` : short;
}
