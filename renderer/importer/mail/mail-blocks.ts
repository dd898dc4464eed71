import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import { normalizeLineEnds } from '../../../shared/import/text/decode-text';
import { readPlainText } from '../../../shared/import/text/plain-text';
import { readBlocks } from '../web/elements/read-blocks';
import { countDataTables } from '../web/elements/tables';
import { parsePage } from '../web/page/parse-page';
import { sanitise } from '../web/sanitise';
import { normalizeWordHtml, wordNoteHooks } from '../web/word-html';
import type { Mail } from './mail';

/** The body of a message as blocks, and what there is to say about it. */
interface MailBody {
  blocks: ImportedBlock[];
  imagesLeftOut: number;
  tablesKept: number;
  /** Whether it quotes an earlier message. */
  hasQuotedMail: boolean;
  language: string;
}

/** How programs mark an earlier message: Apple Mail and Thunderbird, Gmail, Outlook and Yahoo. */
const quotedElements =
  'blockquote[type="cite"], .gmail_quote, .moz-cite-prefix, #appendonsend, #divRplyFwdMsg, .yahoo_quoted, .protonmail_quote';
const quotedLine = /^(?:>|-{3,} ?(?:Original|Forwarded|Ursprüngliche)|Begin forwarded message)/im;

/** A picture of one pixel is a tracker. */
const visibleImages = 'img:not([width="1"], [width="0"], [height="1"], [height="0"])';

function readHtmlBody(html: string): MailBody {
  const { document } = parsePage(html, null);
  const { body } = document;
  const counts = {
    imagesLeftOut: body.querySelectorAll(visibleImages).length,
    hasQuotedMail: body.querySelector(quotedElements) !== null,
    language: document.documentElement.lang,
  };
  normalizeWordHtml(body);
  sanitise(body);
  return { blocks: readBlocks(body, wordNoteHooks), tablesKept: countDataTables(body), ...counts };
}

/** Reads the body of a message: its HTML, or else its plain text. All of it is text of the draft. */
export function readMailBody({ html, text }: Mail): MailBody {
  const fromHtml = html === null ? null : readHtmlBody(html);
  if (fromHtml && fromHtml.blocks.length > 0) return fromHtml;
  const plain = normalizeLineEnds(text ?? '');
  return {
    blocks: plain.trim() === '' ? [] : readPlainText(plain),
    imagesLeftOut: fromHtml?.imagesLeftOut ?? 0,
    tablesKept: 0,
    hasQuotedMail: quotedLine.test(plain),
    language: '',
  };
}
