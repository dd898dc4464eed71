import type { ImportNotice } from '../../../shared/import/notices';
import { normalizeLineEnds } from '../../../shared/import/text/decode-text';
import { parsePage } from '../web/page/parse-page';
import { readRichText } from '../web/rich-text';
import type { Mail } from './mail';
import { readMailText } from './mail-text';

/** The body of a message as blocks, with the comments of what was pasted into it, and what there is to say about it. */
interface MailBody extends Pick<ReturnType<typeof readRichText>, 'blocks' | 'comments' | 'places'> {
  counts: Partial<Record<ImportNotice['kind'], number>>;
  language: string;
}

/** How programs mark an earlier message: Apple Mail and Thunderbird, Gmail, Outlook and Yahoo. */
const quotedElements =
  'blockquote[type="cite"], .gmail_quote, .moz-cite-prefix, #appendonsend, #divRplyFwdMsg, .yahoo_quoted, .protonmail_quote';
const quotedLine = /^(?:>|-{3,} ?(?:Original|Forwarded|Ursprüngliche)|Begin forwarded message)/im;

/** How programs mark a signature: Gmail, Thunderbird, Outlook, Apple Mail. */
const signatureElements =
  '.gmail_signature, [data-smartmail="gmail_signature"], .moz-signature, #Signature, #AppleMailSignature';

/** A picture of one pixel is a tracker. */
const visibleImages = 'img:not([width="1"], [width="0"], [height="1"], [height="0"])';

function readHtmlBody(html: string): MailBody {
  const { document } = parsePage(html, null);
  const { body } = document;
  const imagesLeftOut = body.querySelectorAll(visibleImages).length;
  const quotedMailKept = body.querySelector(quotedElements) === null ? 0 : 1;
  const signatureKept = body.querySelector(signatureElements) === null ? 0 : 1;
  const { counts, ...richText } = readRichText(body);
  const language = document.documentElement.lang;
  return { ...richText, counts: { ...counts, imagesLeftOut, quotedMailKept, signatureKept }, language };
}

/** Reads the body of a message: its HTML, as if it were pasted, or else its plain text. All of it is text of the draft. */
export function readMailBody({ html, text }: Mail): MailBody {
  const fromHtml = html === null ? null : readHtmlBody(html);
  if (fromHtml && fromHtml.blocks.length > 0) return fromHtml;
  const plain = normalizeLineEnds(text ?? '');
  const { blocks, hasSignature } = readMailText(plain);
  return {
    ...{ comments: new Map(), places: [], language: '' },
    blocks,
    counts: {
      imagesLeftOut: fromHtml?.counts.imagesLeftOut ?? 0,
      quotedMailKept: quotedLine.test(plain) ? 1 : 0,
      signatureKept: hasSignature ? 1 : 0,
    },
  };
}
